package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.outreach.congress.domain.Gathering.DeadlineKind;
import org.convergence.outreach.congress.domain.Gathering.GatheringDeadline;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Gathering.GatheringKind;
import org.convergence.outreach.congress.domain.GatheringService.GatheringFilter;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks an organisation, on the page that it opens by its link, for the days of its next congress: few publish a
 * calendar (R-REP-1).
 */
@Component
@Order(30)
record CongressCorrectionSource(GatheringService service, GatheringDeadlineService deadlines)
        implements CorrectionSource {

    private static final UUID NEXT_CONGRESS_ITEM = new UUID(0, 1);
    private static final String OPENS = "opens";
    private static final List<DeadlineKind> DEADLINES = List.of(DeadlineKind.RESOLUTIONS, DeadlineKind.BULLETIN);

    @Override
    public String kind() {
        return "congress.next";
    }

    @Override
    public List<CorrectableItem> findItems(OrganisationId organisation, Words t) {
        Optional<Gathering> next = findNext(organisation);
        List<GatheringDeadline> known =
                next.map(each -> deadlines.findDeadlines(each.id())).orElse(List.of());
        Stream<CorrectableField> deadlines = DEADLINES.stream()
                .map(kind -> field(
                        kind.name(),
                        known.stream()
                                .filter(each -> each.kind() == kind)
                                .findFirst()
                                .map(GatheringDeadline::dueOn)
                                .orElse(null),
                        t));
        LocalDate opens =
                next.filter(each -> !each.expected()).map(Gathering::beginsOn).orElse(null);
        return List.of(new CorrectableItem(
                NEXT_CONGRESS_ITEM,
                next.map(Gathering::title).orElse(t.say("public.congress.next")),
                Stream.concat(Stream.of(field(OPENS, opens, t)), deadlines).toList()));
    }

    private static CorrectableField field(String name, @Nullable LocalDate value, Words t) {
        return new CorrectableField(
                name, t.say("public.congress." + name), value == null ? "" : value.toString(), CorrectionInput.DAY);
    }

    private Optional<Gathering> findNext(OrganisationId organisation) {
        return service.findFirst(new GatheringFilter("", GatheringKind.CONGRESS, organisation, false), 5).stream()
                .filter(each -> each.cancelledOn() == null)
                .findFirst();
    }

    @Override
    public Optional<String> findProblem(UUID item, String field, String value) {
        return value.isEmpty() || day(value).isPresent() ? Optional.empty() : Optional.of("public.congress.problem");
    }

    private static Optional<LocalDate> day(String value) {
        return TextParser.date(value).filter(day -> day.getYear() > 1900 && day.getYear() < 2200);
    }

    @Override
    public boolean canEmpty() {
        return false;
    }

    @Override
    public void accept(OrganisationId organisation, UUID item, String field, String value, @Nullable LocalDate day) {
        Optional<LocalDate> said = day(value);
        if (said.isEmpty()) {
            return;
        }
        Optional<Gathering> next = findNext(organisation);
        if (field.equals(OPENS)) {
            service.setOpening(organisation, next.orElse(null), said.get());
            return;
        }
        GatheringId gathering = next.map(Gathering::id).orElseThrow(() -> new Refused("congress.refused.no-congress"));
        DEADLINES.stream()
                .filter(kind -> kind.name().equals(field))
                .forEach(kind -> deadlines.setDeadlineDay(gathering, kind, said.get()));
    }
}
