"""Draws the article's figures as matplotlib draws them: the same curves, surfaces, bars and paths, in English and Chinese,
light and dark, as SVG and PNG of the same size. No proofs, no verdicts. Usage: article-in-matplotlib.py DIRECTORY"""

import os
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

plt.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "Noto Sans CJK JP", "DejaVu Sans"]
plt.rcParams["axes.unicode_minus"] = True

# The built-in data set 'outlier': six samples that a threshold separates, and one that it does not.
X = np.array([-2, -0.5, 0.5, 1, 1.5, 2.5, 10])
Y = np.array([0, 0, 0, 1, 1, 1, 0], float)
root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
LOAD, LENGTH = np.loadtxt(os.path.join(root, "plots/data/springs.csv"), delimiter=",", skiprows=1).T


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def softplus(z):
    return np.logaddexp(0, z)


def mse(t):
    return np.mean((Y - sigmoid(np.multiply.outer(t, X))) ** 2, axis=-1)


def ce(t):
    z = np.multiply.outer(t, X)
    return np.mean(Y * softplus(-z) + (1 - Y) * softplus(z), axis=-1)


def ce2(t):
    a = sigmoid(np.multiply.outer(t, X))
    return np.mean(X**2 * a * (1 - a), axis=-1)


def plane(loss, w, b):
    z = w[..., None] * X + b[..., None]
    if loss == "mse":
        return np.mean((Y - sigmoid(z)) ** 2, axis=-1)
    return np.mean(Y * softplus(-z) + (1 - Y) * softplus(z), axis=-1)


def pick(language, english, chinese):
    return english if language == "en" else chinese


def rows(language, curves, title, size=(8, 6.4)):
    figure, axes = plt.subplots(len(curves), 1, sharex=True, figsize=size)
    for axis, (x, y, label) in zip(np.atleast_1d(axes), curves):
        axis.plot(x, y, lw=2.5, label=label)
        axis.legend()
        axis.grid(True)
    figure.suptitle(title)
    return figure


def one(language, curves, title, ylim=None):
    figure, axis = plt.subplots(figsize=(8, 5))
    for x, y, label in curves:
        axis.plot(x, y, lw=2.5, label=label)
    if ylim:
        axis.set_ylim(ylim)
    axis.legend()
    axis.grid(True)
    axis.set_title(title)
    return figure


def surface(language, function, title, w, b):
    figure = plt.figure(figsize=(8, 5))
    W, B = np.meshgrid(w, b)
    V = function(W, B)
    space = figure.add_subplot(1, 2, 1, projection="3d")
    space.plot_surface(W, B, V, cmap="viridis", rcount=50, ccount=50)
    flat = figure.add_subplot(1, 2, 2)
    filled = flat.contourf(W, B, V, 12, cmap="viridis")
    flat.clabel(flat.contour(W, B, V, 12, colors="k", linewidths=0.7))
    figure.colorbar(filled)
    figure.suptitle(title)
    return figure


def descend(gradient, start, step=1.0, momentum=0.0, steps=80):
    path, t, v = [start], start, 0.0
    for _ in range(steps):
        v = momentum * v - step * gradient(t)
        t += v
        path.append(t)
    return np.array(path)


T = np.linspace(-1, 4, 401)


def mse_nonconvex(language):
    figure = one(language, [(T, mse(T), "MSE")], pick(language, "MSE of a sigmoid is not convex", "均方误差不是凸函数"))
    second = np.gradient(np.gradient(mse(T), T), T)
    figure.axes[0].fill_between(T, 0, 0.7, where=second < 0, alpha=0.1)
    figure.axes[0].set_ylim(0.18, 0.42)
    return figure


def ce_convex(language):
    t = np.linspace(-4, 4, 401)
    return rows(language, [(t, ce(t), "J"), (t, ce2(t), "J″")], pick(language, "Cross-entropy is convex", "交叉熵是凸函数"))


def mse_vs_ce(language):
    second = np.gradient(np.gradient(mse(T), T), T)
    curves = [(T, mse(T), "MSE"), (T, second, "MSE″"), (T, ce(T), "CE"), (T, ce2(T), "CE″")]
    return rows(language, curves, pick(language, "Two losses", "两个损失"), size=(8, 10))


def curvature_sign(language):
    p = np.linspace(0, 1, 401)
    curves = [(p, 2 * p * (1 - p) * (2 * p - 3 * p**2), "$y=0$"), (p, 2 * p * (1 - p) * (-1 + 4 * p - 3 * p**2), "$y=1$")]
    figure = one(language, curves, pick(language, "The curvature changes sign", "曲率变号"))
    figure.axes[0].plot([0, 1 / 3, 2 / 3, 1], [0, 0, 0, 0], "o")
    return figure


def softmax_mse(language):
    x = np.linspace(-6, 6, 401)
    p = np.exp(x) / (np.exp(x) + 2)
    return rows(
        language, [(x, 0.5 * (1 - p) ** 2, "MSE"), (x, np.log1p(2 * np.exp(-x)), "CE")],
        pick(language, "Squared error of a softmax", "softmax 的平方误差"))


def likelihood(language):
    t = np.linspace(-4, 4, 401)
    return rows(
        language, [(t, np.exp(-7 * ce(t)), "$L$"), (t, ce(t), "$-\\ln L/N$")],
        pick(language, "The likelihood peaks where the cross-entropy is least", "似然最大之处，交叉熵最小"))


def gaussian_mle(language):
    t = np.linspace(0, 11, 401)
    square = np.mean((LENGTH - np.multiply.outer(t, LOAD)) ** 2, axis=-1)
    return rows(
        language, [(t, square / 2 + np.log(2 * np.pi) / 2, "Gaussian NLL"), (t, square, "MSE")],
        pick(language, "One curve on two scales", "同一条曲线"))


def soft_labels(language):
    p = np.linspace(1e-4, 1 - 1e-4, 401)
    curves = [(p, -y * np.log(p) - (1 - y) * np.log(1 - p), f"$y={y}$") for y in [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1]]
    return one(language, curves, pick(language, "Soft labels", "软标签"), ylim=(0, 2.5))


def surface_mse(language):
    r = np.linspace(-5, 5, 101)
    return surface(language, lambda w, b: plane("mse", w, b), pick(language, "MSE over w and b", "均方误差"), r, r)


def surface_ce(language):
    r = np.linspace(-5, 5, 101)
    return surface(language, lambda w, b: plane("ce", w, b), pick(language, "CE over w and b", "交叉熵"), r, r)


def regression_mse(language):
    def function(w, b):
        return np.mean((LENGTH - w[..., None] * LOAD - b[..., None]) ** 2, axis=-1)

    return surface(
        language, function, pick(language, "Linear regression", "线性回归"), np.linspace(-2, 6, 101), np.linspace(0, 20, 101))


PREDICTIONS = [np.array([0.8, 0.1, 0.1]), np.array([0.8, 0.15, 0.05])]
TRUTH = np.array([1.0, 0, 0])


def intuition(language):
    figure, axes = plt.subplots(1, 2, figsize=(8, 5))
    values = {"MSE": [np.mean((TRUTH - p) ** 2) for p in PREDICTIONS], "CE": [-np.log(p[0]) for p in PREDICTIONS]}
    for axis, (name, heights) in zip(axes, values.items()):
        axis.bar_label(axis.bar(["1", "2"], heights), fmt="%.4f")
        axis.set_title(name)
    figure.suptitle(pick(language, "Two predictions", "两个预测"))
    return figure


def simplex(language, loss):
    n = 101
    points = np.array([(i / n, j / n) for i in range(1, n) for j in range(1, n - i)])
    p = np.column_stack([points[:, 0], points[:, 1], 1 - points.sum(axis=1)])
    value = np.mean((TRUTH - p) ** 2, axis=1) if loss == "mse" else -np.log(p[:, 0])
    x, y = p[:, 1] + p[:, 0] / 2, p[:, 0] * np.sqrt(3) / 2
    figure, axis = plt.subplots(figsize=(8, 5))
    filled = axis.tricontourf(x, y, value, 12)
    axis.clabel(axis.tricontour(x, y, value, 12, colors="k", linewidths=0.7))
    for q in PREDICTIONS:
        axis.plot(q[1] + q[0] / 2, q[0] * np.sqrt(3) / 2, "o")
    axis.set_aspect("equal")
    figure.colorbar(filled)
    figure.suptitle(loss.upper())
    return figure


def simplex_mse(language):
    return simplex(language, "mse")


def simplex_ce(language):
    return simplex(language, "ce")


def descent(language):
    def slope(loss):
        return lambda t: (loss(t + 1e-6) - loss(t - 1e-6)) / 2e-6

    figure, axes = plt.subplots(2, 1, sharex=True, figsize=(8, 6.4))
    for axis, loss, step in zip(axes, [mse, ce], [0.5, 0.05]):
        t = np.linspace(-3, 4, 401)
        axis.plot(t, loss(t), lw=2.5)
        for start in [-4.0, 4.0]:
            path = descend(slope(loss), start, step=step)
            axis.plot(path, loss(path), "o-", ms=3)
        axis.grid(True)
    figure.suptitle(pick(language, "Gradient descent", "梯度下降"))
    return figure


FIGURES = [
    ce_convex, curvature_sign, descent, gaussian_mle, intuition, likelihood, mse_nonconvex, mse_vs_ce, regression_mse,
    simplex_ce, simplex_mse, soft_labels, softmax_mse, surface_ce, surface_mse,
]  # fmt: skip

directory = sys.argv[1]
names = set(sys.argv[2:])
count = 0
for draw in FIGURES:
    name = draw.__name__.replace("_", "-")
    if names and name not in names:
        continue
    for language in ["en", "zh"]:
        for style, suffix in [("default", ""), ("dark_background", ".graphpaper-dark")]:
            with plt.style.context(style):
                plt.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "Noto Sans CJK JP", "DejaVu Sans"]
                figure = draw(language)
                for ending in ["svg", "png"]:
                    figure.savefig(f"{directory}/{name}.{language}{suffix}.{ending}", dpi=200)
                    count += 1
                plt.close(figure)
print(f"{count} files")
