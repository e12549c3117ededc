"""Times lossplot render and matplotlib on the article's figures; see measure-article."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def cpu(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def files(directory):
    return sorted(name for name in os.listdir(directory) if name.endswith((".svg", ".png")))


ours, theirs = [], []
for pair in range(int(sys.argv[1])):
    with tempfile.TemporaryDirectory() as directory:
        plots = os.path.join(directory, "plots")
        shutil.copytree(os.path.join(root, "plots"), plots, ignore=shutil.ignore_patterns("figures", "readme"))
        ours.append(cpu([os.environ["LOSSPLOT_BINARY"], "render", "plots", "-q"], cwd=directory))
        figures = os.path.join(plots, "figures")
        names = files(figures)
        sizes = {name: os.path.getsize(os.path.join(figures, name)) for name in names if name.endswith(".svg")}
        peers = os.path.join(directory, "peers")
        os.mkdir(peers)
        theirs.append(cpu([sys.executable, os.path.join(root, "Scripts", "article-in-matplotlib.py"), peers]))
        missing = set(names) ^ set(files(peers))
        if missing:
            sys.exit(f"measure-article: the sets differ in {sorted(missing)}")
    print(f"pair {pair + 1}: lossplot {ours[-1]:.2f} s, matplotlib {theirs[-1]:.2f} s", flush=True)

ratio = statistics.median(a / b for a, b in zip(ours, theirs))
print(f"{len(names)} files: {statistics.median(ours):.2f} s to {statistics.median(theirs):.2f} s, ratio {ratio:.3f}")
for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
    if ".graphpaper-dark." not in name:
        print(f"{size / 1000:7.1f} KB  {name}")
