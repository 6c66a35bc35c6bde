"""What is kept of an update that nobody could handle."""

import json

from hypothesis import given
from hypothesis import strategies as st

from handlers.quarantine import kept_body

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def emptied(value: object) -> object:
    """The same with every text empty, and the names as they were."""
    if isinstance(value, dict):
        return {name: emptied(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [emptied(inner) for inner in value]
    return "" if isinstance(value, str) else value


@given(st.dictionaries(st.text(max_size=8), values, max_size=4))
def test_only_the_shape_is_left(body: dict[str, object]) -> None:
    """Names, numbers and brackets stay; no text does, whatever quotes and colons are in it."""
    assert json.loads(kept_body(body, without_words=True)) == emptied(body)
    assert json.loads(kept_body(body, without_words=False)) == body
