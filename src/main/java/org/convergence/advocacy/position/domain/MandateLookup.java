package org.convergence.advocacy.position.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.advocacy.coalition.CoalitionPositions;
import org.convergence.advocacy.coalition.CoalitionPositions.CoalitionDecision;
import org.convergence.advocacy.position.domain.Position.MandateSource;
import org.convergence.directory.people.DecisionLookup;
import org.convergence.directory.people.DecisionLookup.RecordedDecision;
import org.convergence.platform.text.TextShortener;
import org.springframework.stereotype.Component;

/** The decisions that allow us to speak: valid resolutions of our bodies, and positions of coalitions in our name. */
@Component
public record MandateLookup(List<DecisionLookup> resolutions, CoalitionPositions coalitions) {

    private static final int SHOWN = 20;
    private static final int LONGEST = 500;

    /**
     * A decision that allows us to speak.
     *
     * @param name what names it in a position, at most 500 characters
     * @param words what it decides
     * @param page the page on which it is read
     */
    public record CitedDecision(UUID id, MandateSource source, String name, String words, LocalDate day, String page) {}

    /** The latest decisions, our resolutions first. */
    public List<CitedDecision> findLatest() {
        return Stream.concat(
                        resolutions.stream()
                                .flatMap(each -> each.findLatest(SHOWN).stream())
                                .map(MandateLookup::resolution),
                        coalitions.findLatest(SHOWN).stream().map(MandateLookup::position))
                .toList();
    }

    /** The decision with this id; empty if it was removed, or no longer stands. */
    public Optional<CitedDecision> findById(UUID id) {
        return resolutions.stream()
                .flatMap(each -> each.findById(id).stream())
                .findFirst()
                .map(MandateLookup::resolution)
                .or(() -> coalitions.findById(id).map(MandateLookup::position));
    }

    private static CitedDecision resolution(RecordedDecision it) {
        return new CitedDecision(
                it.id(),
                MandateSource.RESOLUTION,
                it.decision().number() + ", " + it.decision().body(),
                it.text(),
                it.decision().date(),
                it.page());
    }

    private static CitedDecision position(CoalitionDecision it) {
        return new CitedDecision(
                it.id(),
                MandateSource.COALITION,
                TextShortener.shorten(it.coalition() + ", « " + it.title() + " »", LONGEST),
                it.title(),
                it.takenOn(),
                it.page());
    }
}
