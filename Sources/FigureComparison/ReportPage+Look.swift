extension ReportPage {
    static let style = """
        :root{color-scheme:light dark;--page:#fff;--ink:#1b1b1f;--quiet:#5c5c66;--line:#dcdce2;--mark:#b3261e}
        @media (prefers-color-scheme:dark){:root{--page:#17181c;--ink:#e8e8ec;--quiet:#a2a2ad;--line:#3a3b43;--mark:#ff8a80}}
        body{margin:0 auto;max-width:76rem;padding:1.5rem;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,"Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:3rem 0 .5rem}p{margin:.4rem 0}#summary{font-weight:600}
        .outcome{font-size:.8rem;font-weight:400;color:var(--quiet);border:1px solid var(--line);border-radius:1rem;padding:.1rem .6rem;margin-left:.4rem;white-space:nowrap}
        section:not([data-outcome=drift]) .outcome{color:var(--mark);border-color:var(--mark)}
        nav,[role=group]{display:flex;flex-wrap:wrap;gap:1px}nav{margin-top:1rem}
        button{font:inherit;color:inherit;background:none;border:1px solid var(--line);padding:.15rem .7rem;cursor:pointer}
        button[aria-pressed=true]{background:var(--ink);color:var(--page)}button:disabled{color:var(--quiet);opacity:.6;cursor:default}
        :focus-visible{outline:2px solid #4b7bec;outline-offset:2px}
        ul{margin:.5rem 0;padding-left:1.2rem}.quiet,figcaption{color:var(--quiet);font-size:.85rem}code{font-size:.9rem}
        .controls{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.8rem 0;min-height:2.2rem}
        label{display:flex;align-items:center;gap:.6rem}input{width:12rem;max-width:50vw}
        .stage{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}.stage[data-mode=side]{grid-template-columns:repeat(2,minmax(0,1fr))}
        @media (max-width:40rem){.stage[data-mode=side]{grid-template-columns:minmax(0,1fr)}body{padding:1rem}}
        figure{margin:0;min-width:0}.frame{position:relative}img{display:block;max-width:100%;height:auto;outline:1px solid var(--line);outline-offset:-1px}
        .stage[data-mode=side] .changes{grid-column:1/-1}.js .stage[data-mode=side] .changes,.stage[data-mode=changes] .old,.stage[data-mode=changes] .new{display:none}
        .stage[data-mode=swipe] .changes,.stage[data-mode=blink] .changes{display:none}
        .stage[data-mode=swipe] figure,.stage[data-mode=blink] figure{grid-area:1/1}
        .stage[data-mode=swipe] .new figcaption{text-align:right}
        .stage[data-mode=swipe] .new .frame::after{content:"";position:absolute;inset:0 auto 0 var(--at);border-left:2px solid #4b7bec}
        .stage[data-mode=blink][data-phase=old] .new,.stage[data-mode=blink][data-phase=new] .old{visibility:hidden}
        [hidden]{display:none!important}
        """

    /// Without it the page shows all images, one beside the other.
    ///
    /// It holds neither `<` nor `&`, so that the page is XML too.
    static let script = """
        const root=document.documentElement,all=(s,e)=>[...(e||document).querySelectorAll(s)];root.classList.add('js');
        for(const e of all('nav,.controls'))e.hidden=false;
        function press(buttons,chosen){for(const b of buttons)b.setAttribute('aria-pressed',b===chosen)}
        const filters=all('[data-show]');
        function show(button){press(filters,button);const shown=button.dataset.show.split(' ');for(const s of all('section'))s.hidden=!shown.includes(s.dataset.outcome)}
        for(const b of filters)b.addEventListener('click',()=>show(b));show(filters[0]);
        const still=matchMedia('(prefers-reduced-motion: reduce)');
        function swap(stage){stage.dataset.phase=stage.dataset.phase==='old'?'new':'old'}
        for(const section of all('section')){const stage=section.querySelector('.stage'),images=all('img',section);if(!stage)continue;
        const fit=()=>{const own=stage.dataset.sizes==='own',widest=Math.max(...images.map(i=>i.naturalWidth));if(widest===0)return;
        for(const i of images){i.style.width=own?100*i.naturalWidth/widest+'%':'100%';if(own)i.parentElement.style.maxWidth=widest+'px'}};
        for(const i of images)i.addEventListener('load',fit);fit();
        const modes=all('button[data-mode]',section);if(modes.length===0)continue;
        const slider=section.querySelector('input'),frames=all('.old .frame,.new .frame',section);
        function cut(){const on=stage.dataset.mode==='swipe',at=Number(slider.value);frames[1].style.setProperty('--at',at+'%');frames[0].style.clipPath=on?`inset(0 ${100-at}% 0 0)`:'';frames[1].style.clipPath=on?`inset(0 0 0 ${at}%)`:''}
        function view(button){press(modes,button);stage.dataset.mode=button.dataset.mode;stage.dataset.phase='old';stage.dataset.held=still.matches;for(const e of all('[data-for]',section))e.hidden=e.dataset.for!==stage.dataset.mode;cut()}
        for(const b of modes)b.addEventListener('click',()=>view(b));slider.addEventListener('input',cut);
        section.querySelector('[data-swap]').addEventListener('click',()=>{stage.dataset.held=true;swap(stage)});view(modes[0])}
        setInterval(()=>{for(const stage of all('.stage[data-mode=blink][data-held=false]'))swap(stage)},700);
        """
}
