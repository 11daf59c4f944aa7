package org.convergence.plan.report.web;

import java.util.Locale;
import java.util.UUID;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.EvidenceFilter;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.Lack.ReportSectionState;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;

/** Formats states and lacks as text, picks their colour, and finds the page where a lack is corrected. */
final class ReportFormatter {

    private ReportFormatter() {}

    static Tone tone(ReportSectionState state) {
        return switch (state) {
            case READY -> Tone.OK;
            case TO_WRITE -> Tone.WARN;
            case FIGURE_TO_CHECK, PIECE_MISSING -> Tone.BAD;
        };
    }

    static String state(ReportSectionState state, Words t) {
        return t.say("report.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A section that may stay empty, and is, counts as ready. */
    static Tone tone(ReportDraft draft, SectionRef ref) {
        return isAtRest(draft, ref) ? Tone.REST : tone(draft.state(ref));
    }

    static String state(ReportDraft draft, SectionRef ref, Words t) {
        return isAtRest(draft, ref) ? t.say("report.state.optional") : state(draft.state(ref), t);
    }

    private static boolean isAtRest(ReportDraft draft, SectionRef ref) {
        return draft.state(ref) == ReportSectionState.READY
                && draft.findSection(ref).text().isBlank();
    }

    static String lack(Audience audience, Lack lack, Words t) {
        String key =
                "report.lack." + lack.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return t.say(messageKey(audience, key, t), lack.arguments().toArray());
    }

    /** The key of a message for this audience's reports; the usual one if there is none for it. */
    static String messageKey(Audience audience, String key, Words t) {
        String own = key + "." + audience.slug();
        return t.has(own) ? own : key;
    }

    static String addressOf(ShownReport shown, Lack lack) {
        SectionRef section = lack.section();
        UUID subject = lack.subject();
        UUID line = section == null ? null : section.line();
        return switch (lack.kind()) {
            case NAMED_IN_EVIDENCE -> "/plan/realisation/" + subject;
            case GAP, LATE -> shown.url("/gap/" + subject);
            case UNCOUNTED ->
                EvidenceFilter.address(shown.id().value(), EvidenceFilter.of(line, FigureMeasure.UNCOUNTED));
            case OPEN -> "/plan/realisation?state=PLANNED&means=" + line;
            case UNLINKED ->
                "/plan/realisation?from=" + shown.listed().from() + "&to="
                        + shown.listed().to();
            default -> section == null ? shown.url("") : shown.url("/section/" + section.slug());
        };
    }
}
