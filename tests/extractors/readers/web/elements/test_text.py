"""Encodings and invisible characters of web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read
from extractors.readers.web.elements.text import clean, decode


@pytest.mark.fault("C44")
@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9", "Café"),
        ("Café".encode("utf-16"), "Café"),
        ("Café plan".encode("utf-16-le"), "Café plan"),
        (b'<meta charset="iso-8859-1">women\x92s', '<meta charset="iso-8859-1">women’s'),
        (b'<meta charset="iso-8859-1">women\xe2\x80\x99s', '<meta charset="iso-8859-1">women’s'),
        (b"women\xe2\x80\x99s and girls\x92", "women’s and girls’"),  # both in one page
        (b'<meta charset="koi8-r">\xf0', '<meta charset="koi8-r">П'),
        (b'<meta charset="base64">plan', '<meta charset="base64">plan'),
        (b"pl\x00an\x07", "plan"),
    ],
)
def test_the_bytes_have_the_last_word_on_the_encoding(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Safer\xa0\n streets", "Safer streets"),
        ("co\xadordinated", "coordinated"),
        ("women\x92s", "women’s"),  # &#146; of old pages
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_clean_text_has_single_spaces_and_only_what_is_seen(printed, text):
    assert clean(printed) == text


@pytest.mark.fault("C44")
@given(st.binary())
def test_any_bytes_decode(data):
    assert "\x00" not in decode(data)


def test_bytes_that_are_no_text_are_told():
    page = b"<html><body><p>Light the quay</p>" + bytes(range(1, 9)) * 20 + b"</body></html>"
    assert [problem.code for problem in read(page, DEFAULT_LIMITS).problems] == ["garbled"]
