"""Random data sets proved by the shipped program and judged by an independent computation; see Scripts/prove-random.

The referee shares nothing with the program: it scans J′ and J″ in doubles for changes of sign, adaptively where they come
close to zero, and polishes each root by bisection with mpmath at 50 digits (in plain arithmetic: mpmath's intervals are
unsound). A claimed enclosure has to have opposite signs of the derivative at its ends.
"""
import argparse
import collections
import json
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time

import mpmath
import numpy as np

mpmath.mp.dps = 50
PROGRAM = os.environ.get("LOSSPLOT_BINARY", "lossplot")
WIDEST = 1e-9
NOISE = 1e-12  # of a derivative's terms: below, a double's sign is not trusted
COUNTS = ("false verdicts", "roots missed", "enclosures without a root", "false signs", "false values", "not verified")


def data_set(seed):
    """Samples and a window: sizes and scales of every kind, hard and soft labels, duplicates, equal labels, zeros."""
    chance = random.Random(seed)
    count = chance.choice([1, 2, 3, 5, 7, 10, 20, 50, chance.randint(1, 50)])
    size = chance.choice([0.01, 0.1, 1, 1, 10, 10, 100])
    shape = chance.randrange(8)
    x = [chance.uniform(-size, size) for _ in range(count)]
    if shape == 1:  # several scales at once
        x = [chance.choice([-1, 1]) * size * 10 ** chance.uniform(-3, 0) for _ in range(count)]
    if shape == 2:  # duplicates
        x = [x[i // 3] for i in range(count)]
    if shape == 3:  # zeros
        x = [0.0 if chance.random() < 0.3 else v for v in x]
    if shape == 4:  # short decimals on a grid, symmetric
        x = [round(v / size * 4) * size / 4 for v in x]
    if shape == 5:  # an outlier
        x = [v / 10 for v in x]
        x[0] = size
    y = [float(chance.random() < 0.5) for _ in x]
    if chance.random() < 0.3:
        y = [1 / (1 + np.exp(-3 * v / size)) > chance.random() and 1.0 or 0.0 for v in x]
    kind = chance.randrange(10)
    if kind == 0:
        y = [1.0] * count
    if kind in (1, 2):
        y = [chance.random() for _ in x]
    if kind == 3:
        y = [chance.choice([0.0, 1.0, 0.5, 0.1, 0.9]) for _ in x]
    if kind == 4:
        y = [float(v > 0) for v in x]  # separable
    largest = max(map(abs, x)) or 1.0
    reach = chance.choice([1, 3, 10, 30, 60]) * chance.uniform(0.5, 1) / largest
    window = (-reach, reach * chance.uniform(0.5, 1))
    return x, y, tuple(float(f"{end:.6g}") for end in window)


class Referee:
    """J of one loss and its first two derivatives."""

    def __init__(self, loss, x, y):
        self.loss, self.x, self.y = loss, np.array(x), np.array(y)
        self.exact = [(mpmath.mpf(a), mpmath.mpf(b)) for a, b in zip(x, y)]

    def scan(self, order, theta):
        """The derivative at many points, and the sum of its terms' magnitudes."""
        z = np.outer(theta, self.x)
        e = np.exp(-np.abs(z))
        s, c = np.where(z > 0, 1, e) / (1 + e), np.where(z > 0, e, 1) / (1 + e)
        difference = np.where(z > 0, (1 - self.y) - c, s - self.y)
        if self.loss == "ce":
            terms = self.x * difference if order == 1 else self.x**2 * s * c
            scale = np.abs(self.x) * (s + self.y) if order == 1 else terms
        else:
            w = 2 * s * c
            terms = self.x * w * difference if order == 1 else self.x**2 * w * (s * c + difference * (c - s))
            scale = np.abs(terms) if order == 1 else self.x**2 * w * (s * c + np.abs(difference * (c - s)))
        return terms.mean(1), scale.mean(1)

    def value(self, order, theta):
        theta, total = mpmath.mpf(theta), mpmath.mpf(0)
        for x, y in self.exact:
            if x == 0 and order > 0:
                continue
            z = theta * x
            e = mpmath.exp(-abs(z))
            s, c = (1 / (1 + e), e / (1 + e)) if z > 0 else (e / (1 + e), 1 / (1 + e))
            if self.loss == "ce":
                softplus = max(z, mpmath.mpf(0)) + mpmath.log1p(e)
                total += (softplus - y * z, x * (s - y), x * x * s * c)[order]
            else:
                d = s - y
                total += (d * d, 2 * x * s * c * d, 2 * x * x * s * c * (s * c + d * (c - s)))[order]
        return total / len(self.exact)

    def brackets(self, order, window):
        """Pairs of points of the window between which the derivative changes its sign."""
        low, high = window
        # Even in θ, and dense around zero, where the largest inputs turn.
        grid = np.union1d(np.linspace(low, high, 2501), np.sinh(np.linspace(-7, 7, 1501)) / np.sinh(7) * max(-low, high))
        grid = grid[(grid >= low) & (grid <= high)]
        value, scale = self.scan(order, grid)
        size = np.abs(value)
        # A dip that stops short of zero may hide two roots.
        dips = [i for i in range(1, len(grid) - 1) if size[i] <= size[i - 1] and size[i] <= size[i + 1]
                and size[i] < 0.02 * max(size[i - 1], size[i + 1]) + 0.01 * scale[i]]
        if dips:
            finer = np.unique(np.concatenate([np.linspace(grid[i - 1], grid[i + 1], 101) for i in dips[:60]]))
            grid = np.union1d(grid, finer)
            value, scale = self.scan(order, grid)
        trusted = np.abs(value) > NOISE * scale
        points = list(zip(grid[trusted], value[trusted]))
        # The window's ends have their exact signs.
        ends = [(end, self.value(order, end)) for end in window]
        points = [ends[0]] + [p for p in points if low < p[0] < high] + [ends[1]]
        points = [(t, 1 if v > 0 else -1) for t, v in points if v != 0]
        return [(a[0], b[0]) for a, b in zip(points, points[1:]) if a[1] != b[1]]

    def narrowed(self, order, bracket):
        """The bracket as far as doubles can be trusted."""
        for _ in range(5):
            grid = np.linspace(*bracket, 24)
            value, scale = self.scan(order, grid)
            trusted = np.abs(value) > NOISE * scale
            points, signs = grid[trusted], np.sign(value[trusted])
            changes = np.flatnonzero(signs[1:] != signs[:-1])
            if len(changes) != 1:
                break
            bracket = points[changes[0]], points[changes[0] + 1]
        return bracket

    def root(self, order, bracket):
        a, b = map(mpmath.mpf, self.narrowed(order, bracket))
        fa, fb = self.value(order, a), self.value(order, b)
        if fa * fb > 0:
            a, b = map(mpmath.mpf, bracket)
            fa, fb = self.value(order, a), self.value(order, b)
        side = 0
        # Illinois: a secant that does not stall.
        for _ in range(200):
            m = b - fb * (b - a) / (fb - fa)
            fm = self.value(order, m)
            if fm == 0 or abs(b - a) <= mpmath.mpf("1e-25") * max(abs(a), abs(b)):
                return m
            if (fm > 0) == (fb > 0):
                b, fb = m, fm
                fa, side = (fa / 2, -1) if side == -1 else (fa, -1)
            else:
                a, fa = m, fm
                fb, side = (fb / 2, 1) if side == 1 else (fb, 1)
            if abs(fm) < mpmath.mpf("1e-25") * max(abs(fa), abs(fb), mpmath.mpf("1e-300")):
                return m
        return (a + b) / 2


def holds(bounds, number):
    return bounds[0] <= number <= bounds[1]


def judge(claim, x, y, window, tally):
    """What is wrong with a certificate: (count's name, sentence) pairs. Counts in `tally` what there was to judge."""
    loss = claim["loss"] if isinstance(claim["loss"], str) else claim["loss"]["name"]
    referee, wrong = Referee(loss, x, y), []
    is_constant = all(v == 0 for v in x)
    expected = "convex" if is_constant else "strictly convex" if loss == "ce" else "not convex"
    if claim["verdict"] not in (expected, "undecided"):
        wrong.append(("false verdicts", f"{claim['verdict']} instead of {expected}"))
    if witness := claim.get("witness"):
        bend = referee.value(2, witness["theta"])
        if not (bend < 0 and holds(witness["second_derivative"], bend) and witness["second_derivative"][1] < 0):
            wrong.append(("false values", f"witness {witness}: J″ = {mpmath.nstr(bend, 20)}"))
    if chord := claim.get("chord"):
        a, b, t = (mpmath.mpf(chord[key]) for key in ("from", "to", "at"))
        line = referee.value(0, a) + (t - a) / (b - a) * (referee.value(0, b) - referee.value(0, a))
        if not referee.value(0, t) - line >= mpmath.mpf(chord["gap"]) > 0:
            wrong.append(("false values", f"chord {chord}"))
    if is_constant:
        return wrong

    extrema = [(e["theta"], e, rising) for key, rising in (("minima", 1), ("maxima", -1)) for e in claim[key]]
    for order, enclosures in ((1, [(t, rising) for t, _, rising in extrema]), (2, [(t, 0) for t in claim["inflections"]])):
        for bounds, rising in enclosures:
            left, right = referee.value(order, bounds[0]), referee.value(order, bounds[1])
            if not left * right < 0 or (rising and (right > 0) != (rising > 0)):
                wrong.append(("enclosures without a root", f"order {order}: {bounds}"))
        if loss == "ce" and order == 2:
            continue
        open_stretches = claim["unresolved_slope" if order == 1 else "unresolved_bend"]
        roots = [referee.root(order, bracket) for bracket in referee.brackets(order, window)]
        tally["enclosures with a root"] += len(enclosures)
        for root in roots:
            tally["roots found by the referee"] += 1
            found = [b for b, _ in enclosures if holds(b, root)]
            if any(b[1] - b[0] <= WIDEST * max(1, abs(root)) for b in found):
                continue
            if not any(holds(b, root) for b in open_stretches):
                wrong.append(("roots missed", f"order {order}: {mpmath.nstr(root, 20)}"))
        if order == 1:
            values = [referee.value(0, t) for t in list(window) + roots]
            least = claim.get("global_minimum")
            if least and not holds(least, min(values)):
                wrong.append(("false values", f"least value {least}: {mpmath.nstr(min(values), 20)}"))
            for bounds, extremum, _ in extrema:
                for root in roots:
                    if holds(bounds, root) and not holds(extremum["value"], referee.value(0, root)):
                        wrong.append(("false values", f"{extremum}: {mpmath.nstr(referee.value(0, root), 20)}"))
    for low, high in claim.get("concave", []):
        grid = np.linspace(low, high, 50)[1:-1]
        value, scale = referee.scan(2, grid)
        if (value > NOISE * scale).any():
            wrong.append(("false signs", f"J″ > 0 in [{low}, {high}]"))
    return wrong


def trial(task):
    seed, directory, verifies = task
    x, y, window = data_set(seed)
    table, proof = os.path.join(directory, f"{seed}.csv"), os.path.join(directory, f"{seed}.json")
    with open(table, "w") as file:
        file.write("x,y\n" + "".join(f"{a!r},{b!r}\n" for a, b in zip(x, y)))
    start = time.perf_counter()
    run = subprocess.run([PROGRAM, "certify", "mse", "ce", "--data", table, f"--theta={window[0]!r}:{window[1]!r}",
                          "-q", "-o", proof], capture_output=True, text=True, timeout=300)
    seconds = time.perf_counter() - start
    if run.returncode:
        return seed, [("false verdicts", f"certify failed: {run.stderr.strip()}")], [], seconds, {}
    claims = json.load(open(proof))
    if isinstance(claims, dict):
        claims = claims.get("certificates", [claims])
    wrong, open_claims, tally = [], [], collections.Counter()
    for claim in claims:
        wrong += judge(claim, x, y, window, tally)
        if claim["verdict"] == "undecided" or claim["unresolved"]:
            open_claims.append(f"{claim['verdict']}, unresolved {claim['unresolved']}")
    if verifies:
        check = subprocess.run([PROGRAM, "verify", proof], capture_output=True, text=True, timeout=300, cwd=directory)
        if check.returncode:
            wrong.append(("not verified", (check.stdout + check.stderr).strip()[:300]))
    os.unlink(table), os.unlink(proof)
    return seed, wrong, open_claims, seconds, tally


def bites():
    """Whether the referee finds what is put wrong into a certificate: one that finds nothing may look at nothing."""
    x, y, window = [-2, -0.5, 0.5, 1, 1.5, 2.5, 10], [0, 0, 0, 1, 1, 1, 0], (-4.0, 4.0)
    run = subprocess.run([PROGRAM, "certify", "mse", "--samples", "7", "--theta=-4:4", "--json"], capture_output=True)
    claims = json.loads(run.stdout)[0]
    moved = [bound + 1e-6 for bound in claims["inflections"][0]]
    wrongs = {
        "roots missed": {"inflections": claims["inflections"][1:]},
        "enclosures without a root": {"inflections": [moved] + claims["inflections"][1:]},
        "false verdicts": {"verdict": "convex"},
        "false values": {"global_minimum": [0.2298, 0.22985]},
        "false signs": {"concave": [list(window)]},
    }
    found = [name for name, wrong in wrongs.items()
             if name in [n for n, _ in judge(claims | wrong, x, y, window, collections.Counter())]]
    return found == list(wrongs) and judge(claims, x, y, window, collections.Counter()) == []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first set")
    parser.add_argument("--without-verify", action="store_true", help="do not run 'lossplot verify'")
    options = parser.parse_args()
    counts, open_count, slowest, done, tally = dict.fromkeys(COUNTS, 0), 0, (0, None), 0, collections.Counter()
    start = time.time()
    with tempfile.TemporaryDirectory() as directory, multiprocessing.Pool(2) as pool:
        if not bites():
            sys.exit("prove-random: the referee does not find what is put wrong")
        seeds = range(options.seed, options.seed + options.count)
        tasks = ((seed, directory, not options.without_verify) for seed in seeds)
        for seed, wrong, open_claims, seconds, judged in pool.imap_unordered(trial, tasks, chunksize=4):
            done += 1
            tally.update(judged)
            slowest = max(slowest, (seconds, seed))
            for name, sentence in wrong:
                counts[name] += 1
                print(f"seed {seed}: {name}: {sentence}", flush=True)
            for sentence in open_claims:
                print(f"seed {seed}: left open: {sentence}", flush=True)
            open_count += len(open_claims)
            if done % 1000 == 0:
                print(f"  {done} sets, {time.time() - start:.0f} s", flush=True)
    share = open_count / (2 * options.count)
    print(f"{options.count} data sets, {2 * options.count} certificates, {time.time() - start:.0f} s; "
          f"the slowest run of certify took {slowest[0]:.2f} s (seed {slowest[1]})")
    for name, count in tally.items():
        print(f"  {name:28}{count:6}")
    for name, count in counts.items():
        note = " (not asked for)" if name == "not verified" and options.without_verify else ""
        print(f"  {name:28}{count:6}{note}")
    print(f"  {'undecided or with open parts':28}{open_count:6}  {100 * share:.2f} %")
    sys.exit(1 if any(counts.values()) or share >= 0.01 else 0)


if __name__ == "__main__":
    main()
