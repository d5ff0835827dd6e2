"""A graph of ANDs over atoms, run: node by node at first, as one generated function once that pays.

A truth value is two bits: known true, known false; neither means unknown (Kleene logic). NOT swaps the bits, AND is
(and, or). Both ways of running work on Python integers of any width; the generated functions also on numpy words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

RUNS_BEFORE_GENERATING = 64  # generating a function costs about as much as this many runs node by node
Literal = tuple[int, bool]
Planes = tuple[Sequence[Any], Sequence[Any]]
Node = int | tuple[Literal, ...]  # the place of an atom, or the AND of literals of earlier nodes


class Circuit:
    """Nodes in the order in which they can be worked out. A literal is (node, negated)."""

    def __init__(self, nodes: Sequence[Node], roots: Sequence[int]) -> None:
        self.nodes, self.roots = nodes, roots
        self._runs = 0

    def run_all(self, t: Sequence[int], f: Sequence[int], ones: int = 1) -> Planes:
        """The planes of every node from those of the atoms: known true, known false. One bit per lane."""
        if self._runs < RUNS_BEFORE_GENERATING:
            self._runs += 1
            return self._node_by_node(t, f, ones)
        return self._all(t, f, ones)

    @cached_property
    def run(self) -> Callable[..., Planes]:
        """The planes of the roots alone, generated: for numpy words."""
        return self._function(self._below(self.roots), self._both(self.roots))

    def keys(self, groups: Iterable[Sequence[int]]) -> Callable[..., Sequence[int]]:
        """A generated function that gives, for each group of roots, the truth of all of them in one number."""
        return self._function(self._below(self.roots), [_key_code(group) for group in groups])

    def _node_by_node(self, t: Sequence[int], f: Sequence[int], ones: int) -> Planes:
        held: list[int] = []
        broken: list[int] = []
        for place, plain, negated in self._parts:
            if place is None:
                true, false = ones, 0
                for node in plain:
                    true &= held[node]
                    false |= broken[node]
                for node in negated:
                    true &= broken[node]
                    false |= held[node]
                held.append(true)
                broken.append(false)
            else:
                held.append(t[place])
                broken.append(f[place])
        return held, broken

    @cached_property
    def _parts(self) -> list[tuple[int | None, tuple[int, ...], tuple[int, ...]]]:
        """For each node the place of its atom, or the nodes it holds plainly and those it holds negated."""
        return [
            (node, (), ())
            if isinstance(node, int)
            else (None, tuple(n for n, negated in node if not negated), tuple(n for n, negated in node if negated))
            for node in self.nodes
        ]

    @cached_property
    def _all(self) -> Callable[..., Planes]:
        everything = range(len(self.nodes))
        return self._function(everything, self._both(everything))

    @staticmethod
    def _both(nodes: Iterable[int]) -> list[str]:
        """The known-true plane of the nodes as one list, the known-false plane as another."""
        shown = list(nodes)
        return [f"[{', '.join(f'{plane}{n}' for n in shown)}]" for plane in "tf"]

    def atoms_below(self, roots: Iterable[int]) -> list[int]:
        """The places of the atoms that some nodes rest on."""
        contents = (self.nodes[number] for number in self._below(roots))
        return [content for content in contents if isinstance(content, int)]

    def _below(self, roots: Iterable[int]) -> list[int]:
        """The nodes that some nodes rest on, themselves included, in order."""
        found: set[int] = set()
        stack = list(roots)
        while stack:
            node = stack.pop()
            if node not in found:
                found.add(node)
                content = self.nodes[node]
                stack += [] if isinstance(content, int) else [n for n, _ in content]
        return sorted(found)

    def _line(self, number: int) -> str:
        node = self.nodes[number]
        if isinstance(node, int):
            return f" t{number} = T[{node}]; f{number} = F[{node}]"
        if not node:
            return f" t{number} = ONES; f{number} = ZERO"
        t = " & ".join(("f" if negated else "t") + str(n) for n, negated in node)
        f = " | ".join(("t" if negated else "f") + str(n) for n, negated in node)
        return f" t{number} = {t}; f{number} = {f}"

    def _function(self, nodes: Iterable[int], outputs: list[str]) -> Callable[..., Any]:
        lines = [self._line(number) for number in nodes]
        source = "\n".join(
            ["def run(T, F, ONES=1, ZERO=0):", *lines, f" return ({''.join(f'{output}, ' for output in outputs)})"]
        )
        scope: dict[str, Any] = {}
        exec(compile(source, "<rulebook>", "exec"), scope)  # noqa: S102  only our own generated names are in it
        run: Callable[..., Any] = scope["run"]
        return run


def _key_code(group: Sequence[int]) -> str:
    """Code for the truth of several nodes in one number: see decide.Bits.key."""
    parts = [f"{plane}{n}" for n in group for plane in "tf"]
    return "|".join(f"{part}<<{len(parts) - 1 - i}" for i, part in enumerate(parts)) or "0"
