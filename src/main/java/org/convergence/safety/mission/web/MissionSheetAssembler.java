package org.convergence.safety.mission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.domain.CheckInService.CheckInView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the sheet that travels, on one page: stays, check-ins in both zones, and whom to call. */
@Component
record MissionSheetAssembler(CheckInPageAssembler pages, OrganisationSettings settings, PaperDownload papers) {

    private static final int MOST_TIMES = 40;

    void write(CheckInView view, Words t, HttpServletResponse response) throws IOException {
        papers.send(assemble(view, t), t.say("mission.sheet.file"), PaperFormat.PDF, t, response);
    }

    private Paper assemble(CheckInView view, Words t) {
        return new Paper(
                t.say("mission.sheet"),
                t.capital(t.period(view.mission().startsOn(), view.mission().endsOn())),
                settings.current().name(),
                t.say("mission.sheet.description"),
                Section.withoutEmpty(List.of(
                        Section.of(t.say("mission.legs"), List.of(legs(view, t))),
                        Section.of(t.say("mission.check-ins"), List.of(checkIns(view, t))),
                        Section.of(t.say("mission.sheet.watchers"), List.of(watchers(view, t))),
                        Section.of(t.say("mission.call-list"), List.of(callList(view))))),
                Paper.Layout.SHEET);
    }

    private static Block legs(CheckInView view, Words t) {
        return new Block.Table(
                t.say("mission.legs"),
                List.of(
                        Column.words(t.say("mission.field.place")),
                        Column.words(t.say("mission.field.days")),
                        Column.words(t.say("mission.field.zone"))),
                view.legs().stream()
                        .map(leg -> List.of(
                                Cell.of(leg.place() + ", " + leg.country().name(t)),
                                Cell.of(t.capital(t.period(leg.arrivesOn(), leg.leavesOn()))),
                                Cell.of(TimeZones.city(leg.zone(), t.language()))))
                        .toList());
    }

    private Block checkIns(CheckInView view, Words t) {
        return new Block.ItemList(
                false,
                view.checkIns().stream()
                        .filter(each -> each.doneAt() == null && !each.isDrill())
                        .map(each -> pages.times(each, t))
                        .distinct()
                        .limit(MOST_TIMES)
                        .map(each -> List.of(Block.text(each)))
                        .toList());
    }

    private static Block watchers(CheckInView view, Words t) {
        return new Block.ItemList(
                false,
                List.of(
                        watcher("mission.field.lead", view.mission().lead(), view, t),
                        watcher("mission.field.president", view.mission().president(), view, t)));
    }

    private static List<Block> watcher(String function, @Nullable PersonId person, CheckInView view, Words t) {
        String who = view.contact(person)
                .map(each -> each.who().name() + ", "
                        + Objects.requireNonNullElse(each.phone(), t.say("mission.sheet.no-number")))
                .orElse(t.say("mission.nobody"));
        return List.of(Block.text(t.say(function) + " · " + who));
    }

    private static Block callList(CheckInView view) {
        return new Block.ItemList(
                true,
                view.callList().stream().map(each -> List.of(Block.text(each))).toList());
    }
}
