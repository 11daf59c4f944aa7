package org.convergence.outreach.congress.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.outreach.congress.domain.Passport;
import org.convergence.outreach.congress.domain.Passport.PassportPath;
import org.convergence.outreach.congress.domain.Passport.PassportText;
import org.convergence.outreach.congress.web.CongressPage.PassportSummary;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** Assembles the passports as one sheet for the board. */
final class PassportSheetAssembler {

    private PassportSheetAssembler() {}

    static Paper assemble(List<PassportSummary> passports, String organisation, LocalDate today, Words t) {
        return new Paper(
                t.say("congress.passport.menu"),
                t.say("congress.sheet.on", today),
                organisation,
                t.say("congress.passport.lead"),
                passports.stream().map(each -> section(each, t)).toList(),
                Paper.Layout.SHEET);
    }

    /** A model resolution in one language, as a file that a local can change and table. */
    static Paper assembleModel(Passport it, PassportText text, String organisation, Words t) {
        List<Section> sections = new ArrayList<>(List.of(
                Section.of(t.say("congress.field.why"), paragraphs(text.why())),
                Section.of(t.say("congress.field.resolved"), paragraphs(text.resolved()))));
        if (!text.shortText().isEmpty()) {
            sections.add(Section.of(t.say("congress.field.short"), paragraphs(text.shortText())));
        }
        return new Paper(it.title(), t.say("congress.model"), organisation, it.title(), sections, Paper.Layout.PLAIN);
    }

    private static List<Block> paragraphs(String text) {
        return text.lines().filter(each -> !each.isBlank()).map(Block::text).toList();
    }

    private static Section section(PassportSummary summary, Words t) {
        List<Block> blocks = new ArrayList<>(List.of(
                Block.text(summary.passport().summary()),
                Block.text(t.say(
                        "congress.passport.count",
                        summary.passport().adopted(),
                        summary.passport().organisations()))));
        if (!summary.paths().isEmpty()) {
            blocks.add(new Block.Table(
                            summary.passport().title(),
                            Stream.of(
                                            "congress.field.organisation",
                                            "congress.field.state",
                                            "congress.field.on",
                                            "congress.field.binds-to",
                                            "congress.follow-up")
                                    .map(key -> Column.words(t.say(key)))
                                    .toList(),
                            summary.paths().stream().map(each -> row(each, t)).toList())
                    .withoutEmptyColumns());
        }
        return Section.of(summary.passport().title(), blocks);
    }

    private static List<Cell> row(PassportPath path, Words t) {
        return Stream.of(
                        path.organisationName() + " (" + t.say(path.level().key()) + ")",
                        t.say(path.state().key()),
                        t.date(path.stateOn()),
                        Objects.requireNonNullElse(path.bindsTo(), ""),
                        path.followUp() != null
                                ? path.followUp()
                                : path.followUpOn() == null ? "" : t.date(path.followUpOn()))
                .map(Cell::of)
                .toList();
    }
}
