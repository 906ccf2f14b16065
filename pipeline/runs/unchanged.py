"""Whether a run has anything to do: the newest release may have been made of just the same.

Knows releases and what they were made of; runs no stage.
"""

from collections.abc import Sequence

from pipeline.records import Edition, Fetched
from pipeline.releases import Release, damage_of, latest_release, list_releases, point_to
from pipeline.releases.manifest import held_in, manifest_of, same_inputs
from pipeline.runs.kept import overrides_of
from pipeline.settings import Settings
from pipeline.sources import load_registry
from pipeline.web.facts import web_facts


def unchanged_release(
    editions: Sequence[Edition], fetched: Fetched, settings: Settings, *, accept_losses: bool
) -> Release | None:
    """The newest release, when it is whole and was made of just this; ``latest`` points to it.

    None where documents are held in it whose losses a person has now accepted.

    This also ends what a run began that was killed between writing a release and pointing to it.
    """
    releases = list_releases(settings.data_dir)
    if not releases:
        return None
    newest = releases[-1]
    overrides = overrides_of(settings)
    web = web_facts(settings.data_dir, load_registry(settings.registry))
    if damage_of(newest) or not same_inputs(
        newest.manifest(), manifest_of(editions, fetched.problems, overrides, web)
    ):
        return None
    if accept_losses and held_in(newest):
        return None
    if latest_release(settings.data_dir) != newest:
        point_to(newest)
    return newest
