package org.convergence.plan.report.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.EvidenceFilter;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.plan.report.domain.FigureCounter;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.PlaceChapter;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The realisations behind a figure.
 *
 * @param counted what is counted, the title of the last column; {@code null} for the realisations themselves
 * @param total the figure, formatted
 * @param sum the sum of the column; {@code null} if organisations occur in several
 * @param asOf the day of the data, formatted; {@code null} for a drafted report
 * @param leftOut those left out of the report
 */
public record EvidencePage(
        ReportFrame frame,
        String title,
        String explained,
        @Nullable String counted,
        String total,
        @Nullable String sum,
        List<EvidenceRow> rows,
        @Nullable String asOf,
        List<LeftOutRow> leftOut) {

    /**
     * A realisation.
     *
     * @param amount its share of the figure; {@code null} if the figure counts the realisations
     * @param leaveOut address to leave it out of the report, {@code null} without permission
     */
    public record EvidenceRow(
            String day,
            String title,
            String url,
            String detail,
            String lines,
            @Nullable String amount,
            @Nullable String leaveOut) {}

    /** A realisation that is left out, and why. */
    public record LeftOutRow(
            String title, String reason, @Nullable String putBack) {}

    static EvidencePage assemble(ReportFrame frame, ShownReport shown, EvidenceFilter choice, Words t) {
        ReportContents contents = shown.contents();
        List<ReportFact> facts = choice.filter(contents.facts());
        Map<UUID, String> codes = contents.parts().stream()
                .filter(part -> part.kind() == ReportSectionKind.MEANS)
                .collect(Collectors.toMap(
                        part -> Objects.requireNonNull(part.line()),
                        part -> part.code() == null ? part.title() : part.code(),
                        (one, other) -> one));
        Function<ReportFact, @Nullable String> amount = amount(choice.counted(), t);
        return new EvidencePage(
                frame,
                title(contents, choice, t),
                t.say("report.definition." + definition(choice.counted())),
                choice.counted() == FigureMeasure.REALISATIONS || choice.counted() == FigureMeasure.UNCOUNTED
                        ? null
                        : t.say("report.counted." + choice.counted().slug()),
                total(choice, facts, t),
                sum(choice.counted(), facts, t),
                facts.stream().map(fact -> row(shown, fact, codes, amount, t)).toList(),
                shown.filed() == null
                        ? null
                        : t.say("report.evidence.as-of", shown.filed().on()),
                leftOut(shown, choice));
    }

    private static EvidenceRow row(
            ShownReport shown,
            ReportFact fact,
            Map<UUID, String> codes,
            Function<ReportFact, @Nullable String> amount,
            Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say(fact.kind().key()));
        if (fact.place() != null) {
            detail.add(PlaceChapter.name(fact.place(), t));
        }
        fact.organisations().forEach(each -> detail.add(each.brief()));
        return new EvidenceRow(
                fact.from().equals(fact.to()) ? t.shortDate(fact.to()) : t.period(fact.from(), fact.to()),
                fact.title(),
                "/plan/realisation/" + fact.id(),
                String.join(" · ", detail),
                fact.means().stream()
                        .map(means -> codes.getOrDefault(means, ""))
                        .filter(code -> !code.isEmpty())
                        .sorted()
                        .collect(Collectors.joining(", ")),
                amount.apply(fact),
                shown.mayWrite() ? shown.url("/leave-out/" + fact.id()) : null);
    }

    private static Function<ReportFact, @Nullable String> amount(FigureMeasure counted, Words t) {
        return fact -> switch (counted) {
            case REALISATIONS, UNCOUNTED -> null;
            case HOURS -> t.hours(counted.amount(fact));
            default -> t.decimal(counted.amount(fact));
        };
    }

    /** Their sum; an organisation counts once however often it took part. */
    private static String total(EvidenceFilter choice, List<ReportFact> facts, Words t) {
        RealisationFigures all = FigureCounter.count(facts);
        return switch (choice.counted()) {
            case ORGANISATIONS -> t.say("report.count.organisations", all.organisations());
            case HOURS -> t.say("report.count.hours", t.hours(all.hours()));
            case REALISATIONS, UNCOUNTED -> t.say("report.count.realisations", all.realisations());
            default ->
                t.say(
                        "report.count." + choice.counted().slug(),
                        facts.stream()
                                .map(choice.counted()::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .longValueExact());
        };
    }

    private static @Nullable String sum(FigureMeasure counted, List<ReportFact> facts, Words t) {
        BigDecimal sum = facts.stream().map(counted::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (counted) {
            case REALISATIONS, UNCOUNTED, ORGANISATIONS -> null;
            case HOURS -> t.hours(sum);
            default -> t.decimal(sum);
        };
    }

    private static String definition(FigureMeasure counted) {
        return switch (counted) {
            case REALISATIONS -> "realisations";
            case UNCOUNTED -> "uncounted";
            case ORGANISATIONS -> "organisations";
            case HOURS -> "hours";
            case COPIES -> "copies";
            default -> "participations";
        };
    }

    /** « 1.2 Ateliers · Montréal », what they have in common. */
    private static String title(ReportContents contents, EvidenceFilter choice, Words t) {
        List<String> parts = new ArrayList<>();
        UUID line = choice.line();
        if (line != null) {
            parts.add(line(contents, line, t));
        }
        if (choice.place() != null) {
            parts.add(PlaceChapter.name(choice.place(), t));
        }
        choice.kinds().forEach(kind -> parts.add(t.say(kind.key())));
        if (choice.month() != null) {
            parts.add(t.capital(t.month(choice.month())));
        }
        if (choice.organisation() != null) {
            contents.facts().stream()
                    .flatMap(fact -> fact.organisations().stream())
                    .filter(each -> each.id().equals(choice.organisation()))
                    .findFirst()
                    .ifPresent(each -> parts.add(each.name()));
        }
        return parts.isEmpty() ? t.say("report.whole") : String.join(" · ", parts);
    }

    private static String line(ReportContents contents, UUID line, Words t) {
        for (ReportPart part : contents.parts()) {
            if (line.equals(part.line())) {
                return PartHeadingFormatter.format(part, t);
            }
            for (ReportContents.TargetProgress goal : part.goals()) {
                if (goal.action().equals(line)) {
                    return goal.label();
                }
            }
        }
        return t.say("report.section.gone");
    }

    private static List<LeftOutRow> leftOut(ShownReport shown, EvidenceFilter choice) {
        ReportDraft draft = shown.draft();
        if (draft == null || !choice.equals(EvidenceFilter.ALL)) {
            return List.of();
        }
        return draft.leftOut().stream()
                .map(each -> new LeftOutRow(
                        each.title(), each.reason(), shown.mayWrite() ? shown.url("/put-back/" + each.id()) : null))
                .toList();
    }
}
