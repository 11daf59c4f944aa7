package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.ProspectQueries;
import org.convergence.resources.prospect.domain.ProspectQueries.ProspectRow;
import org.convergence.resources.prospect.web.ProspectListPage.FollowerProspects;
import org.convergence.resources.prospect.web.ProspectListPage.ProspectListRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles lists of prospects, as a page and as rows of a file. */
@Component
class ProspectListPageAssembler {

    private final ProspectQueries reading;
    private final OrganisationSettings settings;

    ProspectListPageAssembler(ProspectQueries reading, OrganisationSettings settings) {
        this.reading = reading;
        this.settings = settings;
    }

    private static List<ProspectState> states(boolean over) {
        return over
                ? List.of(ProspectState.ADMITTED, ProspectState.DECLINED)
                : List.of(ProspectState.OPEN, ProspectState.LATER);
    }

    ProspectListPage assemble(boolean over, Words t) {
        List<ProspectRow> lines = reading.findByStates(states(over));
        Map<Optional<PersonId>, List<ProspectRow>> byFollower = new LinkedHashMap<>();
        lines.forEach(line -> byFollower
                .computeIfAbsent(Optional.ofNullable(line.follower()), each -> new ArrayList<>())
                .add(line));
        String query = over ? "?over=yes" : "";
        return new ProspectListPage(
                t.say(over ? "prospect.lead.over" : "prospect.lead", lines.size()),
                List.of(
                        new Tab(t.say("prospect.tab.going"), ProspectUrls.HOME, !over),
                        new Tab(t.say("prospect.tab.over"), ProspectUrls.HOME + "?over=yes", over)),
                byFollower.entrySet().stream()
                        .map(each -> part(each.getKey().orElse(null), each.getValue(), t))
                        .toList(),
                ProspectUrls.HOME + "/export.csv" + query,
                ProspectUrls.HOME + "/export.xlsx" + query,
                CurrentActor.get().may(ProspectPermissions.FOLLOW),
                over);
    }

    private FollowerProspects part(@Nullable PersonId follower, List<ProspectRow> lines, Words t) {
        String name = lines.get(0).followerName();
        return new FollowerProspects(
                name == null ? t.say("prospect.nobody-follows") : name,
                follower == null ? null : ProspectUrls.followerList(follower.value()),
                rows(lines, t));
    }

    List<ProspectListRow> rows(List<ProspectRow> lines, Words t) {
        return lines.stream().map(line -> row(line, t)).toList();
    }

    private ProspectListRow row(ProspectRow line, Words t) {
        NextStep next = line.next();
        LocalDate today = settings.today();
        return new ProspectListRow(
                line.name(),
                ProspectUrls.prospect(line.id().value()),
                next != null ? t.say("prospect.next", next.on(), next.gesture()) : outcome(line, t),
                next != null && next.on().isBefore(today),
                line.state().tone(),
                t.say(line.state().key()));
    }

    private static String outcome(ProspectRow line, Words t) {
        if (line.outcomeOn() == null) {
            return t.say("prospect.next.none");
        }
        return line.outcomeReason() == null
                ? t.date(line.outcomeOn())
                : t.date(line.outcomeOn()) + " · " + line.outcomeReason();
    }

    /** The column titles of the file. */
    static List<String> head(Words t) {
        return List.of(
                t.say("prospect.field.name"),
                t.say("prospect.field.state"),
                t.say("prospect.field.follower"),
                t.say("prospect.field.next"),
                t.say("prospect.field.next_on"),
                t.say("prospect.field.opened_on"),
                t.say("prospect.field.outcome_on"),
                t.say("prospect.field.reason"));
    }

    /** One row for each prospect, as on the page. */
    List<List<@Nullable Object>> cells(boolean over, Words t) {
        return reading.findByStates(states(over)).stream()
                .map(line -> cells(line, t))
                .toList();
    }

    private static List<@Nullable Object> cells(ProspectRow line, Words t) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(line.name());
        cells.add(t.say(line.state().key()));
        cells.add(line.followerName());
        cells.add(line.next() == null ? null : line.next().gesture());
        cells.add(line.next() == null ? null : line.next().on());
        cells.add(line.openedOn());
        cells.add(line.outcomeOn());
        cells.add(line.outcomeReason());
        return cells;
    }
}
