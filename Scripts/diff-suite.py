"""Renderer drift and real changes put before lossplot diff; see Scripts/diff-suite.

Every drift is a PNG of the same figure by another renderer, or with its edges smoothed otherwise, with our plan inside; it
must pass with exit code 0. Every change must give exit code 1 and a sentence in which the expected words stand. Changes are
of three sorts: other plans, SVGs edited by hand with the plan left as it was, PNGs painted over with the plan left as it was.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

PROGRAM = os.path.abspath(os.environ.get("LOSSPLOT_BINARY", "lossplot"))
FIGURES = {
    "mse": ["mse"],
    "pair-dark": ["mse", "ce", "--derivative", "0,2", "-t", "graphpaper-dark", "--lang", "zh"],
    "surface": ["surface", "mse"],
    "space": ["surface", "mse", "--as", "surface"],
    "bars": ["compare", "ce", "mse", "--truth", "1,0,0", "--prediction", "0.8,0.1,0.1", "--prediction", "0.8,0.15,0.05"],
    "simplex": ["simplex", "mse", "--truth", "1,0,0", "--prediction", "0.8,0.1,0.1"],
    "descent": ["mse", "--descend", "gradient(step=1)", "--from=-3,2"],
    "table": ["mse", "--link", "identity", "--data", "t.csv", "-t", "paper"],
}
TABLE = [(-1.5, -0.8), (-0.5, -0.4), (0.25, 0.1), (1, 0.7), (2, 0.9)]
rows, failures = [], 0


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True)


def draw(name, *arguments):
    result = run(PROGRAM, *arguments, "-q", "-o", name)
    assert result.returncode == 0, (arguments, result.stderr)


def write_table(name, samples):
    with open(name, "w") as file:
        file.write("x,y\n" + "".join(f"{x},{y}\n" for x, y in samples))


def judge(sort, figure, what, old, new, words=None, strict=False):
    """words: None for drift, else what a sentence must hold (a regular expression)."""
    global failures
    result = run(PROGRAM, "diff", old, new, *(["--strict"] if strict else []))
    lines = result.stdout.strip().split("\n")
    if words is None:
        good = result.returncode == 0
        said = lines[-1] if good else " | ".join(lines[:6])
    else:
        found = [line for line in lines if re.search(words, line) and not line.startswith("note")]
        good = result.returncode == 1 and bool(found)
        said = found[0] if found else " | ".join(lines[:3]) + result.stderr
    failures += not good
    rows.append((sort, figure, what, said, "ok" if good else "WRONG"))
    print(f"{'ok   ' if good else 'WRONG'} {sort:8} {figure:10} {what:34} {said[:150]}", flush=True)


# Drift


def texts(name):
    return Image.open(name).text


def with_plan(image, plan_of, name, **options):
    info = PngInfo()
    for key, value in texts(plan_of).items():
        info.add_itxt(key, value)
    image.save(name, pnginfo=info, **options)


def shifted(image, dx, dy):
    """By a part of a pixel, bilinearly."""
    pixels = np.asarray(image.convert("RGB"), dtype=float)
    for axis, share in ((1, dx), (0, dy)):
        pixels = (1 - share) * pixels + share * np.roll(pixels, 1, axis=axis)
    return Image.fromarray(np.clip(pixels + 0.5, 0, 255).astype(np.uint8))


def drifts(figure):
    png, svg, pdf = f"{figure}.png", f"{figure}.svg", f"{figure}.pdf"
    image = Image.open(png).convert("RGB")
    width = image.size[0]
    made = {}
    run("rsvg-convert", "-w", str(width), svg, "-o", "raw.png")
    made["rsvg-convert of the SVG"] = Image.open("raw.png").convert("RGB")
    run("rsvg-convert", "-w", str(4 * width), svg, "-o", "raw.png")
    made["rsvg-convert, 16 samples a pixel"] = Image.open("raw.png").convert("RGB").resize(image.size, Image.BOX)
    with open(svg) as file:
        text = file.read()
    larger = re.sub(r"\)scale\(([.\d]+)\)", lambda m: f")scale({float(m[1]) * 1.001:.5f})", text)
    with open("larger.svg", "w") as file:
        file.write(larger)
    run("rsvg-convert", "-w", str(width), "larger.svg", "-o", "raw.png")
    made["a font 0.1 % larger, by rsvg"] = Image.open("raw.png").convert("RGB")
    run("pdftoppm", "-r", "144", "-png", "-singlefile", pdf, "raw")
    made["poppler's Splash of the PDF"] = Image.open("raw.png").convert("RGB")
    for smoothing in ("none", "fast", "gray"):
        run("pdftocairo", "-r", "144", "-antialias", smoothing, "-png", "-singlefile", pdf, "raw")
        made[f"Cairo of the PDF, antialias {smoothing}"] = Image.open("raw.png").convert("RGB")
    if shutil.which("chromium"):
        page = f"<style>html,body{{margin:0}}img{{display:block}}</style><img src={svg} width={width // 2}>"
        with open("page.html", "w") as file:
            file.write(page)
        run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2",
            f"--window-size={max(width // 2, 500)},{image.size[1] // 2}", "--screenshot=raw.png", "page.html")
        made["Chromium of the SVG"] = Image.open("raw.png").convert("RGB").crop((0, 0, *image.size))
    gamma = [round(255 * (v / 255) ** 1.05) for v in range(256)]
    made["gamma 1.05"] = image.point(gamma * 3)
    made["a shift of 0.25 px"] = shifted(image, 0.25, 0.25)
    made["a shift of 0.5 px across"] = shifted(image, 0.5, 0)
    for what, drawn in made.items():
        assert drawn.size == image.size, (what, drawn.size, image.size)
        with_plan(drawn.convert("RGB"), png, "drift.png")
        judge("drift", figure, what, png, "drift.png")
    with_plan(image, png, "encoded.png", optimize=True, compress_level=1)
    judge("drift", figure, "another PNG encoder", png, "encoded.png", strict=True)


# Changes


def plans():
    def change(figure, what, words, *arguments, base=None):
        for ending in ("svg", "png"):
            draw(f"new.{ending}", *arguments)
            judge("plan", figure, f"{what} ({ending})", base and f"{base}.{ending}" or f"{figure}.{ending}", f"new.{ending}", words)

    mse = FIGURES["mse"]
    change("mse", "a lost mark", r"points mse-minima: 2 points lost: \(−0\.047, 0\.2474\)", *mse, "--mark", "verdict,concave,chord")
    change("mse", "ticks", r"ticks of the x axis: \d+ → \d+", *mse, "--theta=-5:7")
    change("mse", "range", r"horizontal window changed from \[-5, 5\] to \[-4, 4\]", *mse, "--theta=-4:4")
    change("mse", "range of y", r"range of the y axis changed from automatic to \[0, 2\]", *mse, "--y-range", "0:2")
    change("mse", "theme", r"theme changed from graphpaper to paper", *mse, "-t", "paper")
    change("mse", "title", r"title changed from '.*' to 'Bent'", *mse, "--title", "Bent")
    change("mse", "label", r"label of the x axis changed from '\$\\theta\$' to 't'", *mse, "--x-label", "t")
    change("mse", "size", r"size of the figure changed from 800×500 points to 640×480", *mse, "--size", "640x480")
    change("mse", "marks off", r"marks verdict, concave, minima, chord removed", *mse, "--mark", "none")
    change("mse", "samples", r"curve mse moved up to [\d.]+ px \([\d.]+ in J\) near θ = ", *mse, "--samples", "8")
    change("mse", "verdict", r"verdict of mse: not convex → strictly convex", *mse, "--link", "identity")
    dark = FIGURES["pair-dark"]
    change("pair-dark", "order of losses", r"order of the losses changed from mse, ce to ce, mse", "ce", "mse", *dark[2:])
    change("pair-dark", "colours", r"curve mse.*: colour changed from #\w+ to #\w+", "ce", "mse", *dark[2:])
    change("pair-dark", "dash", r"curve mse.*: dash changed from solid to 9 6", "ce", "mse", *dark[2:])
    change("pair-dark", "a loss more", r"curve brier.* added", "mse", "ce", "brier", *dark[2:])
    change("pair-dark", "a panel less", r"derivative 2 removed", "mse", "ce", *dark[4:])
    change("pair-dark", "legend's order", r"order of the (labels of curves|legend)", "ce", "mse", *dark[2:])
    surface = FIGURES["surface"]
    change("surface", "levels", r"levels 0\.2, 0\.25, .* removed", *surface, "--levels", "0.3,0.4,0.5")
    change("surface", "another loss", r"loss changed from mse to ce", "surface", "ce")
    change("surface", "data", r"contour line at 0\.5 moved up to \d+ px near \(w, b\) = \(", *surface, "--samples", "6")
    change("surface", "a level more", r"level changed from 0\.4 to 0\.45", "surface", "mse", "--levels", "0.3,0.45", base="two")
    space = FIGURES["space"]
    change("space", "data", r"surface: up to 0\.14 lower at \(w, b\) = \(4, −3\), 0\.1639 → 0\.02449", *space, "--samples", "6")
    change("space", "view", r"azimuth of the view in degrees changed from -?\d+ to 20", *space, "--view=20:30")
    change("space", "colour map", r"colour map changed from viridis to cividis", *space, "--colors", "cividis")
    change("space", "heights", r"window of heights changed from \[.*\] to \[0, 2\]", *space, "--z-range", "0:2")
    bars = FIGURES["bars"]
    change("bars", "a value", r"bar mse of prediction 2: 0\.02167 → 0\.02667", *bars[:-1], "0.8,0.2,0")
    change("bars", "a prediction", r"prediction 2 changed from \(0\.8, 0\.15, 0\.05\) to \(0\.7, 0\.25, 0\.05\)", *bars[:-1], "0.7,0.25,0.05")
    change("bars", "a prediction less", r"prediction 2 \(0\.8, 0\.15, 0\.05\) lost", *bars[:-2])
    change("bars", "truth", r"truth changed from \[1, 0, 0\] to \[0\.9, 0\.1, 0\]", *bars[:4], "0.9,0.1,0", *bars[5:])
    simplex = FIGURES["simplex"]
    change("simplex", "a prediction", r"point of prediction 1: one point moved up to \d+ px, from p = \(0\.8, 0\.1, 0\.1\) to p = \(0\.7, 0\.2, 0\.1\)", *simplex[:-1], "0.7,0.2,0.1")
    change("simplex", "truth", r"contour line at [\d.]+ moved .* near p = \([\d.]+, [\d.]+, [\d.]+\)", *simplex[:3], "0.9,0.1,0", *simplex[4:])
    descent = FIGURES["descent"]
    change("descent", "step", r"descent 1: step \d+ moved most by \d+ px, from .* to .*; ends at ", *descent[:2], "gradient(step=3)", descent[3])
    change("descent", "start", r"start changed from \[-3\] to \[-4\]", *descent[:3], "--from=-4,2")
    for what, samples, words in (
        ("a data value", [*TABLE[:2], (0.25, 0.2), *TABLE[3:]], r"data: row 3, y: 0\.1 → 0\.2"),
        ("a row less", TABLE[:2] + TABLE[3:], r"data: row 3, \(0\.25, 0\.1\), lost"),
        ("a row more", [*TABLE, (3, 1.5)], r"data: row 6, \(3\.0, 1\.5\), added"),
    ):
        write_table("t.csv", samples)
        change("table", what, words, *FIGURES["table"])
    write_table("t.csv", TABLE)


def write_edited(figure, pattern, replacement, path):
    """Writes a figure's SVG with one place changed."""
    with open(f"{figure}.svg") as file:
        text = file.read()
    changed, count = re.subn(pattern, replacement, text, count=1, flags=re.S)
    assert count == 1, (figure, pattern)
    with open(path, "w") as file:
        file.write(changed)


def edited():
    """SVGs with another drawing and the same plan."""

    def edit(figure, what, words, pattern, replacement):
        write_edited(figure, pattern, replacement, "edited.svg")
        judge("edited", figure, what, f"{figure}.svg", "edited.svg", words)

    def down(match):
        return f"{match[1]}{float(match[2]) + 1:g}"

    for figure, curve in (("mse", "curve-mse"), ("pair-dark", "curve-ce"), ("table", "curve-mse")):
        edit(figure, "curve moved by 1 px", r"curve (mse|ce).* moved up to 1 px", rf'({curve}".*?<path d="M[-.\d]+ )(\d+\.?\d*)', down)
        edit(figure, "curve's colour", r"curve.*colour changed from #\w+ to #00ff00", rf'({curve}".*?stroke=")#\w+', r"\1#0f0")
        edit(figure, "curve's width", r"curve.*width changed from 2(\.5)? to 4 px", rf'({curve}".*?stroke-width=")[.\d]+', r"\g<1>4")
        edit(figure, "title's glyphs", r"title: '.*' is drawn with other glyphs", r'(-title"[^>]*>\s*<g.*?<use href=")(#\w+)(".*?<use href=")(#\w+)', r"\1\4\3\2")
    edit("mse", "a point lost", r"one point lost: \(1\.55[89], 0\.2299\)", r'm121\.02 7\.47h0("[^/]*/>\s*<path d="[^"]*)m121\.02 7\.47h0', r"\1")
    edit("mse", "chord's dash", r"chord of mse: dash changed from 5 4 to 9 4", r'dasharray="5 4"', 'dasharray="9 4"')
    edit("mse", "label moved", r"labels in the plot: .* moved [\d.]+ px", r'(annotations".*?translate\()([-.\d]+)', lambda m: f"{m[1]}{float(m[2]) + 9}")
    scale = r"(-numbers\"[^>]* transform=\"scale\()[.\d]+"
    for what, replacement in (("larger", r"\g<1>.6"), ("of no size", r"\g<1>0"), ("turned", r"\g<0>)rotate(90")):
        edit("mse", f"numbers {what}", r"tick numbers.*: transform of <g> changed from 'scale\(0\.125\)' to ", scale, replacement)
    edit("mse", "a tick number's opacity", r"tick numbers.*: opacity of <g> changed from none to '0\.5'", r'(<g id="[-\w]+-numbers")', r'\1 opacity="0.5"')
    edit("bars", "a bar higher by 1 px", r"bars of ce \(bar 1\) moved up to 1 px", r'(bars-ce".*?<path d="M[-.\d]+ )(\d+\.?\d*)', down)
    edit("bars", "a bar's colour", r"bars of ce: fill changed from #c74440 at 40 % to #00ff00", r'(bars-ce".*?fill=")#\w+', r"\1#0f0")
    edit("simplex", "a level's line moved by 1 px", r"contour lines simplex-mse \(1 of \d+ levels\) moved up to 1 px near p = ", r'(contour-simplex-mse".*?<path d="M[-.\d]+ )(\d+\.?\d*)', down)
    edit("simplex", "a point moved", r"point of prediction 1: one point moved up to 9 px, from p = .* to p = ", r'(points-prediction0".*?cy=")(\d+\.?\d*)', lambda m: f"{m[1]}{float(m[2]) + 9:g}")
    edit("space", "the surface's colour", r"surface: fill changed from #424186 to #00ff00", r'(space0-surface".*?fill=")#\w+', r"\1#0f0")
    edit("descent", "a path's colour", r"descent 1 of mse: colour changed from #\w+ to #00ff00", r'(path-mse-descent0".*?stroke=")#\w+', r"\1#0f0")
    edit("descent", "a path moved by 1 px", r"descent 1 of mse moved up to 1 px .*near θ = ", r'(path-mse-descent0".*?<path d="M[-.\d]+ )(\d+\.?\d*)', down)
    edit("mse", "a group moved", r"curve mse: transform of <g> changed from none to 'translate\(0 9\)'", r'(<g id="[-\w]+-curve-mse")', r'\1 transform="translate(0 9)"')
    edit("mse", "the view", r"page: viewBox of <svg> changed from '0 0 800 500' to '0 0 400 250'", r'viewBox="0 0 800 500"', 'viewBox="0 0 400 250"')
    edit("surface", "a contour line's colour", r"contour lines.*colour changed", r'(contour-surface-mse".*?stroke=")#\w+', r"\1#0f0")


def painted():
    """PNGs with another drawing and the same plan: the SVG is edited and drawn by rsvg-convert."""

    def paint(figure, what, words, pattern, replacement):
        write_edited(figure, pattern, replacement, "painted.svg")
        run("rsvg-convert", "-w", str(Image.open(f"{figure}.png").size[0]), "painted.svg", "-o", "raw.png")
        with_plan(Image.open("raw.png").convert("RGB"), f"{figure}.png", "painted.png")
        judge("painted", figure, what, f"{figure}.png", "painted.png", words)

    for figure, curve in (("mse", "curve-mse"), ("pair-dark", "curve-ce"), ("table", "curve-mse")):
        move = rf'({curve}".*?<path d="M[-.\d]+ )(\d+\.?\d*)'
        for points, pixels in ((0.5, 1), (1, 2)):
            paint(
                figure, f"curve moved by {pixels} px of the image", r"curve (mse|ce).* drawn otherwise near θ = ", move,
                lambda m: f"{m[1]}{float(m[2]) + points:g}")
        paint(figure, "curve's colour", r"curve.* drawn otherwise", rf'({curve}".*?stroke=")#\w+', r"\1#22aa22")
        paint(figure, "curve's width", r"curve.* drawn otherwise", rf'({curve}".*?stroke-width=")[.\d]+', r"\g<1>4.5")
        paint(figure, "title gone", r"title: '.*' drawn otherwise", r'(<g id="[-\w]+-title")', r'\1 visibility="hidden"')
        paint(figure, "a number gone", r"tick numbers.*: '.*' drawn otherwise", r'(<g id="[-\w]+-numbers".*?)(<g [^>]*aria-label[^>]*>.*?</g>|<(use|path) [^>]*aria-label[^>]*/>)', r"\1")
        paint(figure, "the grid gone", r"grid or axes drawn otherwise", r'(<g id="[-\w]+panel0-grid")', r'\1 visibility="hidden"')
    paint("mse", "a point lost", r"points mse-minima drawn otherwise near \(1\.5", r'm121\.02 7\.47h0("[^/]*/>\s*<path d="[^"]*)m121\.02 7\.47h0', r"\1")
    paint("mse", "chord gone", r"chord of mse drawn otherwise", r'(<g id="[-\w]+-chord-mse")', r'\1 visibility="hidden"')
    paint("mse", "bands gone", r"bands mse drawn otherwise", r'(<g id="[-\w]+-bands-mse")', r'\1 visibility="hidden"')
    paint("surface", "contours moved by 1 px of the image", r"contour lines.* drawn otherwise", r'(<g id="[-\w]+-contour-surface-mse")', r'\1 transform="translate(0 .5)"')
    move = r'\1 transform="translate(0 .5)"'
    paint("bars", "bars moved by 1 px of the image", r"bars of ce drawn otherwise", r'(<g id="[-\w]+-bars-ce")', move)
    paint("bars", "a value gone", r"labels of bars: '0\.2231' drawn otherwise", r'(<g id="[-\w]+-bar-labels"[^>]*>\s*)<use [^>]*aria-label="0\.2231"/>', r"\1")
    paint("simplex", "levels moved by 1 px of the image", r"contour lines simplex-mse drawn otherwise near p = ", r'(<g id="[-\w]+-contour-simplex-mse")', r'\1 transform="translate(0 .5)"')
    paint("simplex", "a point gone", r"point of prediction 1 drawn otherwise near p = ", r'(<g id="[-\w]+-points-prediction0")', r'\1 visibility="hidden"')
    paint("space", "the surface moved by 1 px of the image", r"surface.* drawn otherwise", r'(<g id="[-\w]+-space0-surface")(.*?<g id="[-\w]+-space0-mesh")', r'\1 transform="translate(0 .5)"\2 transform="translate(0 .5)"')
    paint("descent", "a path gone", r"descent 1 of mse drawn otherwise near θ = ", r'(<g id="[-\w]+-path-mse-descent0")', r'\1 visibility="hidden"')
    image = Image.open("mse.png").convert("RGB")
    ImageDraw.Draw(image).rectangle((1200, 700, 1210, 710), fill=(200, 68, 64))
    with_plan(image, "mse.png", "painted.png")
    judge("painted", "mse", "a spot where nothing is", "mse.png", "painted.png", r"the page is otherwise|drawn otherwise")


with tempfile.TemporaryDirectory() as directory:
    os.chdir(directory)
    write_table("t.csv", TABLE)
    for name, arguments in FIGURES.items():
        for ending in ("svg", "png", "pdf"):
            draw(f"{name}.{ending}", *arguments)
    for ending in ("svg", "png"):
        draw(f"two.{ending}", "surface", "mse", "--levels", "0.3,0.4")
    for name in FIGURES:
        drifts(name)
    if "--no-plans" not in sys.argv:
        plans()
    edited()
    painted()
counts = {sort: sum(row[0] == sort for row in rows) for sort in ("drift", "plan", "edited", "painted")}
print(", ".join(f"{count} {sort}" for sort, count in counts.items()), f"; {failures} judged wrongly")
sys.exit(failures > 0)
