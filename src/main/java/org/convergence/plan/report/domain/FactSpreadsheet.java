package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The realisations of a report for a spreadsheet, complete enough to recompute its figures and targets. */
final class FactSpreadsheet {

    private final ReportContents contents;
    private final Map<UUID, PlanLine> lines;
    private final Words t;

    /** @param lines those of the report's plan */
    FactSpreadsheet(ReportContents contents, Map<UUID, PlanLine> lines, Words t) {
        this.contents = contents;
        this.lines = lines;
        this.t = t;
    }

    Section section() {
        String title = t.say("report.sheet");
        return Section.of(
                title,
                List.of(new Block.Table(
                        title,
                        List.of(
                                Column.words(t.say("realisation.column.FROM")),
                                Column.words(t.say("realisation.column.TO")),
                                Column.words(t.say("realisation.column.TITLE")),
                                Column.words(t.say("realisation.column.KIND")),
                                Column.figures(t.say("realisation.column.QUANTITY")),
                                Column.figures(t.say("realisation.column.COUNT")),
                                Column.words(t.say("realisation.column.ORGANISATIONS")),
                                Column.figures(t.say("realisation.column.HOURS")),
                                Column.figures(t.say("realisation.column.VOLUNTEER_HOURS")),
                                Column.figures(t.say("realisation.column.COPIES")),
                                Column.words(t.say("realisation.export.counts-for"))),
                        contents.facts().stream().map(this::row).toList())));
    }

    private List<Cell> row(ReportFact fact) {
        ReportFact.FactParticipations count = fact.count();
        return List.of(
                day(fact.from()),
                day(fact.to()),
                Cell.of(fact.title()),
                Cell.of(t.say(fact.kind().key())),
                number(BigDecimal.valueOf(fact.counts())),
                number(count == null ? null : BigDecimal.valueOf(count.total())),
                Cell.of(fact.organisations().stream()
                        .map(ReportFact.FactOrganisation::name)
                        .collect(Collectors.joining("; "))),
                number(fact.staffHours()),
                number(fact.volunteerHours()),
                number(fact.copies() == null ? null : BigDecimal.valueOf(fact.copies())),
                Cell.of(fact.actions().stream()
                        .flatMap(action -> Stream.ofNullable(lines.get(action)))
                        .map(line -> line.fullName(contents.head().planTitle()))
                        .sorted()
                        .collect(Collectors.joining("\n"))));
    }

    private Cell day(LocalDate day) {
        return Cell.of(t.numericDate(day), day);
    }

    private Cell number(@Nullable BigDecimal number) {
        return number == null ? Cell.of("") : Cell.of(t.decimal(number), number);
    }
}
