"""Bytes to blocks to action rows; knows nothing of normalised values, Prefect or the disk.

The stages, in the order in which ``extract`` asks them::

    readers      bytes -> Document: a file or a package for each format; knows no actions
    prompts      the words that empty fields of a form show are left out
    stitching    tables and rows cut by page breaks are one again
    outline      which priority and objective stand above each block
    actions      the tables of a document one after another, and what stands between them:
      layouts      a table is made plain, then read as forms or as rows under columns
      columns      which field each column holds: headings.csv, and what the cells look like
      judging      is it a plan's table, how sure is each row, what is told of what was not read
    priorities   the plan's own aims, from wherever they are printed
    glossary     terms with their definitions

``blocks`` is what readers give (``grid``: a table as squares, ``lines``: prose in context), and
``rows`` what extraction gives; ``errors`` and ``limits`` say what a reader may refuse.
"""
