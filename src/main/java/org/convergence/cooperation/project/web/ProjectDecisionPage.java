package org.convergence.cooperation.project.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.domain.ProjectDecision;
import org.convergence.cooperation.project.domain.ProjectDecision.DecisionFacts;
import org.convergence.cooperation.project.web.ProjectPage.FrameworkPage.FrameworkPart;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about a project, and the links of those who lead it with us.
 *
 * @param decisions the latest first
 * @param form adds a decision; {@code null} without the permission
 * @param sharing {@code null} without the permission, or if we do not lead the project with others
 */
public record ProjectDecisionPage(
        String url,
        String title,
        List<Tab> tabs,
        List<ProjectDecision> decisions,
        @Nullable Form form,
        @Nullable CoLeadLinks sharing) {

    public static final Field<LocalDate> DECIDED_ON = Field.date("decidedOn", "project.decision.day");
    public static final Field<String> DECISION = Field.text("decision", "project.decision.what", 2_000);
    public static final Field<String> DECIDED_BY =
            Field.text("decidedBy", "project.decision.by", 300).optional();
    public static final Field<LocalDate> UNTIL = Field.date("until", "project.link.until");
    public static final Field<UUID> PARTNERSHIP = Field.id("partnership", "project.link.partner");

    static final FormFields<DecisionFacts> DECISIONS = FormFields.of(
            DECIDED_ON.from(DecisionFacts::decidedOn),
            DECISION.from(DecisionFacts::decision),
            DECIDED_BY.from(DecisionFacts::decidedBy));

    /**
     * The links of a project.
     *
     * @param address of the link just made, shown once; {@code null} for none
     */
    public record CoLeadLinks(@Nullable String address, List<CoLeadLinkPart> links, List<Option> partners, Form form) {

        /** A link, with the address that ends it; {@code null} if it was ended. */
        public record CoLeadLinkPart(@Nullable String end, String partner, String made, String opened) {}
    }

    /** The page behind a link, whose lead tells our name, the days and the countries. */
    public record CoLeadPage(
            Words words,
            String address,
            String title,
            String lead,
            List<CoLeadBudget> budgets,
            List<FrameworkPart> framework,
            List<ProjectDecision> decisions,
            List<Option> languages)
            implements TranslatedPage {}

    /** The budget of an agreement, in words; the last line is the total. */
    public record CoLeadBudget(String title, List<CoLeadLine> lines) {}

    /** A line of a budget, in words. */
    public record CoLeadLine(String label, String budget, String spent, String left) {}
}
