package org.convergence.plan.report.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.PaperDestination.DestinationMeeting;
import org.convergence.plan.report.domain.NextReportPeriods;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportShape;
import org.convergence.plan.report.domain.StoredSection;
import org.convergence.plan.report.domain.StoredSection.SectionInstructions;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form fields of reports and sections, written and read. */
final class ReportForm {

    static final List<String> FIELDS = List.of("title", "from", "to", "dueOn", "language", "responsible");
    static final List<String> SECTION_FIELDS = List.of("heading", "instruction", "most", "optional", "responsible");

    private static final int NAME = 300;
    private static final int LEAST = 100;
    private static final int MOST = 50_000;

    private ReportForm() {}

    /**
     * The usual values of a report on a plan: to the assembly on its whole period, to the board for its next meeting.
     */
    static void propose(
            Form form,
            PlanSummary plan,
            Audience audience,
            NextReportPeriods.ReportPeriod period,
            @Nullable DestinationMeeting next,
            Words t) {
        form.with("plan", plan.id()).with("from", period.from()).with("to", period.to());
        form.with("title", title(audience, period, next, t));
        form.with("dueOn", next == null ? null : next.day());
    }

    /** Its usual title. */
    static String title(
            Audience audience, NextReportPeriods.ReportPeriod period, @Nullable DestinationMeeting next, Words t) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (audience == Audience.BOARD) {
            return next == null
                    ? t.say("report.new.title.board")
                    : t.say("report.new.title.meeting", next.name(), next.day());
        }
        if (from == null || to == null) {
            return "";
        }
        String years =
                from.getYear() == to.getYear() ? String.valueOf(from.getYear()) : from.getYear() + "-" + to.getYear();
        return t.say("report.new.title", years);
    }

    static Form of(ReportDraft draft) {
        return Form.blank()
                .with("title", draft.report().title())
                .with("from", draft.report().periodFrom())
                .with("to", draft.report().periodTo())
                .with("dueOn", draft.report().dueOn())
                .with("language", draft.report().language())
                .with("responsible", draft.responsible())
                .atVersion(draft.report().version());
    }

    /**
     * @param plan the report's plan, {@code null} if it is chosen in the form
     * @param audience its recipient
     */
    static BeginReportCommand read(Form form, FormValues answers, @Nullable PlanId plan, Audience audience) {
        UUID chosen = plan == null ? answers.id("plan") : plan.value();
        String title = answers.text("title", BeginReportCommand.LONGEST_TITLE);
        LocalDate from = answers.date("from");
        LocalDate to = answers.date("to");
        LocalDate due = answers.optionalDate("dueOn");
        String language = form.value("language");
        String responsible = answers.optionalText("responsible", NAME);
        if (!BeginReportCommand.LANGUAGES.contains(language)) {
            form.reject("language", "shell.form.choice");
            language = "fr";
        }
        if (to.isBefore(from)) {
            if (form.problem("to") == null && form.problem("from") == null) {
                form.reject("to", "report.refused.period");
            }
            to = from;
        }
        return new BeginReportCommand(
                new PlanId(chosen), audience, title.isBlank() ? "–" : title, from, to, due, language, responsible);
    }

    static List<Option> languages(Words t) {
        return List.of(
                new Option("fr", t.capital(t.languageName("fr"))), new Option("en", t.capital(t.languageName("en"))));
    }

    static Form of(StoredSection section, @Nullable String writer, String usualInstruction, ReportShape shape) {
        return Form.blank()
                .with("heading", section.heading())
                .with("instruction", section.instruction() == null ? usualInstruction : section.instruction())
                .with("most", section.limit(shape))
                .with("optional", section.mayStayEmpty(shape))
                .with("responsible", writer)
                .atVersion(section.version());
    }

    static SectionInstructions read(FormValues answers, String usualInstruction) {
        String instruction = answers.optionalText("instruction", 2_000);
        return new SectionInstructions(
                answers.optionalText("heading", BeginReportCommand.LONGEST_TITLE),
                usualInstruction.equals(instruction) ? null : instruction,
                answers.optionalWholeNumber("most", LEAST, MOST),
                answers.checkbox("optional"),
                answers.optionalText("responsible", NAME));
    }
}
