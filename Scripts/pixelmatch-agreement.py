"""Pairs of drawn images: what 'lossplot diff' counts and what pixelmatch counts. See Scripts/pixelmatch-agreement."""
import argparse, json, os, random, subprocess, sys, tempfile
from importlib.metadata import version
from PIL import Image, ImageDraw, ImageFont
from pixelmatch.contrib.PIL import pixelmatch

THRESHOLDS = (0, 0.05, 0.1, 0.3)
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def drawn(size, paint, background=(255, 255, 255, 255), oversampling=4):
    """An antialiased picture: painted large and shrunk. `paint` gets a drawing and the number of its pixels to one."""
    picture = Image.new("RGBA", (size[0] * oversampling, size[1] * oversampling), background)
    paint(ImageDraw.Draw(picture), oversampling)
    return picture.resize(size, Image.Resampling.BOX) if oversampling > 1 else picture


def colour(dice, alpha=255):
    return tuple(dice.randrange(256) for _ in range(3)) + (alpha,)


def figure(dice, shift=(0, 0), shades=None):
    """Lines, discs and rectangles, which `shift` moves by fractions of a pixel."""
    shapes = [
        (dice.choice("lde"), [dice.uniform(-4, 44) for _ in range(4)], dice.uniform(0.6, 3), shades[i] if shades else colour(dice))
        for i in range(5)
    ]

    def paint(draw, scale):
        for kind, (a, b, c, d), width, ink in shapes:
            points = [((a + shift[0]) * scale, (b + shift[1]) * scale), ((c + shift[0]) * scale, (d + shift[1]) * scale)]
            box = [tuple(map(min, *points)), tuple(map(max, *points))]
            if kind == "l":
                draw.line(points, fill=ink, width=max(1, round(width * scale)))
            elif kind == "d":
                draw.ellipse(box, fill=ink)
            else:
                draw.rectangle(box, outline=ink, width=max(1, round(width * scale)))

    return paint


def twice(dice, make):
    """The same random choices two times."""
    state = dice.getstate()
    first = make(dice)
    dice.setstate(state)
    return first, make(dice)


def noise(dice, picture, share, amplitude, channels=3):
    result = picture.copy()
    pixels = result.load()
    for y in range(result.height):
        for x in range(result.width):
            if dice.random() < share:
                old = pixels[x, y]
                pixels[x, y] = tuple(
                    min(255, max(0, v + dice.randint(-amplitude, amplitude))) if i < channels else v for i, v in enumerate(old))
    return result


def spots(dice, size, shades, weights=None):
    picture = Image.new("RGBA", size)
    picture.putdata(dice.choices(shades, weights, k=size[0] * size[1]))
    return picture


def pair(number, dice):
    size = (dice.randint(20, 44), dice.randint(16, 36))
    white, clear = (255, 255, 255, 255), (255, 255, 255, 0)
    kind = number % 19
    if kind == 0:
        a, b = twice(dice, lambda d: figure(d)), None
        b = drawn(size, figure(random.Random(number), (0.3, 0.2)))
        return "moved by a fraction", drawn(size, figure(random.Random(number))), b
    if kind == 1:
        return ("moved by a pixel", drawn(size, figure(random.Random(number))), drawn(size, figure(random.Random(number), (1, 0))))
    if kind == 2:
        paint = figure(dice)
        return "another oversampling", drawn(size, paint, oversampling=3), drawn(size, paint, oversampling=8)
    if kind == 3:
        paint = figure(dice)
        return "with and without antialiasing", drawn(size, paint, oversampling=1), drawn(size, paint)
    if kind == 4:
        shades = [colour(dice) for _ in range(5)]
        near = [tuple(min(255, c + dice.randint(0, 40)) for c in s[:3]) + (255,) for s in shades]
        return "recoloured", drawn(size, figure(random.Random(number), shades=shades)), drawn(size, figure(random.Random(number), shades=near))
    if kind == 5:
        a = drawn(size, figure(dice))
        return "noise everywhere", a, noise(dice, a, 1, dice.choice((6, 30, 80)))
    if kind == 6:
        a = drawn(size, figure(dice))
        return "some noisy pixels", a, noise(dice, a, 0.05, 255)
    if kind == 7:
        a = drawn(size, figure(dice, shades=[colour(dice, dice.randint(40, 255)) for _ in range(5)]), clear)
        return "translucent, alpha changed", a, noise(dice, a, 0.3, 90, channels=4)
    if kind == 8:
        shades = [colour(dice, dice.randint(0, 255)) for _ in range(5)]
        return ("translucent, moved", drawn(size, figure(random.Random(number), shades=shades), clear),
                drawn(size, figure(random.Random(number), (0.4, 0), shades=shades), clear))
    if kind == 9:
        paint = figure(dice)
        return "transparent against white", drawn(size, paint, (0, 0, 0, 0)), drawn(size, paint, white)
    if kind == 10:
        lift, steep = dice.randint(1, 25), dice.uniform(1, 6)
        def ramp(offset):
            return Image.merge("RGBA", [
                Image.frombytes("L", size, bytes(min(255, int(offset + steep * (x * (c + 1) + y) / 2)) for y in range(size[1]) for x in range(size[0])))
                for c in range(3)] + [Image.new("L", size, 255)])
        return "gradients", ramp(0), ramp(lift)
    if kind == 11:
        word, at = "".join(dice.choices("Jθ½gWe8σ", k=4)).replace("θ", "0").replace("σ", "o"), dice.uniform(0, 6)
        font = ImageFont.load_default(dice.choice((14, 20)))
        def text(shift):
            picture = Image.new("RGBA", size, white)
            ImageDraw.Draw(picture).text((at + shift, 2), word, fill=(20, 20, 20, 255), font=font)
            return picture
        return "text, moved", text(0), text(dice.choice((0.25, 0.5, 1)))
    if kind == 12:
        a = drawn(size, figure(dice))
        inverted = Image.merge("RGBA", [c.point(lambda v: 255 - v) for c in a.split()[:3]] + [a.getchannel("A")])
        return "dark instead of light", a, inverted
    if kind == 13:
        shades = [colour(dice) for _ in range(3)]
        return "spots of three colours", spots(dice, size, shades, (8, 1, 1)), spots(dice, size, shades, (8, 1, 1))
    if kind == 14:
        # Equally bright to one part in a thousand, or exactly.
        shades = [(100, 100, 100, 255), (0, 151, 100, 255), (101, 99, 103, 255), (100, 100, 100, 128), (177, 177, 177, 255)]
        return "spots of equal brightness", spots(dice, size, shades), spots(dice, size, shades)
    if kind == 15:
        small = dice.choice(((1, 1), (1, 9), (9, 1), (2, 2), (3, 3), (2, 7), (5, 3)))
        shades = [white, (0, 0, 0, 255), (128, 128, 128, 255)]
        return "few pixels", spots(dice, small, shades), spots(dice, small, shades)
    if kind == 16:
        shades = [tuple(dice.randrange(256) for _ in range(4)) for _ in range(6)]
        return "spots of any alpha", spots(dice, size, shades), spots(dice, size, shades)
    if kind == 17:
        # On white all these are the grey 153: equally bright neighbours that are not equal.
        greys = [(153, 153, 153, 255), (0, 0, 0, 102), (85, 85, 85, 153)] * 2 + [(100, 100, 100, 255), (200, 200, 200, 255)]
        def edge():
            picture, at = Image.new("RGBA", size, (0, 0, 0, 255)), size[0] // 2
            picture.paste(white, (at, 0, *size))
            picture.paste(spots(dice, (2, size[1]), greys), (at, 0))
            return picture
        return "an edge of one grey in several words", edge(), edge()
    # Greys one apart around the thresholds.
    levels = [255, 243, 242, 241, 230, 229, 228, 227, 180, 179, 178]
    shades = [(v, v, v, 255) for v in levels]
    return "steps about the thresholds", spots(dice, size, shades, [20] + [1] * 10), spots(dice, size, shades[:1])


def pairs(count, seed):
    return [pair(number, random.Random(seed * 100003 + number)) for number in range(count)]


def counts(a, b):
    return [pixelmatch(a, b, threshold=t, includeAA=include) for t in THRESHOLDS for include in (False, True)]


def write_golden():
    """One sheet of all images, and where each pair lies on it."""
    entries, x, y, row = [], 0, 0, 0
    every = pairs(76, 1)
    sheet = Image.new("RGBA", (360, 2000))
    for name, a, b in every:
        if x + 2 * a.width > sheet.width:
            x, y, row = 0, y + row, 0
        sheet.paste(a, (x, y))
        sheet.paste(b, (x + a.width, y))
        entries.append({"kind": name, "x": x, "y": y, "width": a.width, "height": a.height, "counts": counts(a, b)})
        x, row = x + 2 * a.width, max(row, a.height)
    directory = os.path.join(root, "Tests", "PixelComparisonTests", "Golden")
    sheet.crop((0, 0, sheet.width, y + row)).save(os.path.join(directory, "pairs.png"), optimize=True)
    with open(os.path.join(directory, "pairs.json"), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(entry) for entry in entries) + "\n]\n")
    print(f"{len(entries)} pairs and their counts by pixelmatch {version('pixelmatch')}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=152)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--golden", action="store_true")
    options = parser.parse_args()
    if options.golden:
        return write_golden()
    mismatches = compared = nonzero = 0
    with tempfile.TemporaryDirectory() as directory:
        old, new = (os.path.join(directory, name) for name in ("old.png", "new.png"))
        for number, (name, a, b) in enumerate(pairs(options.count, options.seed)):
            a.save(old)
            b.save(new)
            expected = counts(a, b)
            for i, threshold in enumerate(THRESHOLDS):
                for include in (False, True):
                    command = [os.environ["LOSSPLOT_BINARY"], "diff", "--json", "--threshold", str(threshold), old, new]
                    run = subprocess.run(command + ["--include-aa"] * include, capture_output=True, text=True)
                    found = json.loads(run.stdout)["pixels"]["different"] if run.stdout else run.stderr.strip()
                    wanted = expected[2 * i + include]
                    compared, nonzero = compared + 1, nonzero + (wanted > 0)
                    if found != wanted:
                        mismatches += 1
                        print(f"pair {number}, {name}, threshold {threshold}, include_aa {include}: {found}, pixelmatch {wanted}")
    print(f"{options.count} pairs, {compared} comparisons with pixelmatch {version('pixelmatch')}, "
          f"{nonzero} of them with differences: {mismatches} mismatches")
    sys.exit(mismatches > 0)


main()
