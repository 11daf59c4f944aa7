package org.convergence.cooperation.project.web;

import java.util.List;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A project.
 *
 * @param lead our role and the partners, in one line
 * @param links to what other modules hold about it
 * @param facts label and value, in order
 * @param lineChoices the lines of plans that may be added
 * @param agreementChoices the agreements that may be added
 * @param form adds a partner; {@code null} without the permission
 */
public record ProjectPage(
        String url,
        String title,
        String lead,
        List<Tab> tabs,
        List<Tab> links,
        List<ProjectFactPart> facts,
        List<ProjectPartnerPart> partners,
        List<ProjectLinkPart> lines,
        List<ProjectLinkPart> agreements,
        List<OptionGroup> lineChoices,
        List<Option> agreementChoices,
        @Nullable Form form,
        @Nullable ChooserField organisation,
        @Nullable ChooserField person) {

    static final String LIST = "/cooperation/project";

    /** A fact of the project. */
    public record ProjectFactPart(String label, String value) {}

    /** A partner, and what it brings. */
    public record ProjectPartnerPart(String id, String name, String url, String brings) {}

    /**
     * A line of a plan or an agreement.
     *
     * @param url its page; {@code null} if the reader may not open it
     */
    public record ProjectLinkPart(
            String id, String label, @Nullable String url) {}

    /**
     * The form of a project.
     *
     * @param organisation choice of the first partner of a new project; {@code null} otherwise
     */
    public record ProjectFormPage(
            String key,
            String action,
            String cancel,
            Form form,
            @Nullable ChooserField organisation,
            @Nullable ChooserField person,
            ChooserField lead,
            List<String> usualLevels) {}

    /** The list of projects. */
    public record ProjectListPage(ListFrame frame, List<Tab> tabs, List<ProjectListItem> items, boolean mayEdit) {}

    /** A project in the list. */
    public record ProjectListItem(String url, String title, String detail, String days) {}

    static String url(ProjectId id) {
        return LIST + "/" + id.value();
    }

    /** The pages of a project. */
    static List<Tab> tabs(ProjectId id, String current, Words t) {
        String url = url(id);
        return List.of(
                new Tab(t.say("project.tab.project"), url, current.isEmpty()),
                new Tab(t.say("project.tab.logic"), url + "/logic", current.equals("logic")),
                new Tab(t.say("project.tab.framework"), url + "/framework", current.equals("framework")),
                new Tab(t.say("project.tab.results"), url + "/results", current.equals("results")),
                new Tab(t.say("project.tab.evaluation"), url + "/evaluation", current.equals("evaluation")),
                new Tab(t.say("project.tab.decisions"), url + "/decisions", current.equals("decisions")));
    }

    /**
     * The measurement framework of a project, with its eight columns.
     *
     * @param missing how many results have no indicator, in words; {@code null} if all have one
     * @param add the address at which an indicator is added; {@code null} without the permission or without results
     * @param bring the address at which a framework comes in from a file; {@code null} without the permission
     * @param models the other projects whose framework can be copied; empty if this one has results
     * @param targetsShown of how many periods the targets are shown; {@code null} for all
     */
    public record FrameworkPage(
            String url,
            String title,
            List<Tab> tabs,
            List<FrameworkPart> rows,
            @Nullable String missing,
            @Nullable String add,
            @Nullable String bring,
            List<Option> models,
            Form form,
            boolean hasResults,
            @Nullable String targetsShown) {

        /** The upload of a file with a framework, and the projects that may get it. */
        public record FrameworkStartPage(ImportStartPage start, List<Option> projects) {}

        /** A file with a framework, and the project that gets it. */
        public record FrameworkFilePage(ImportPage file, String url, String project) {}

        /**
         * A row: the first of a result names it.
         *
         * @param result empty for its further indicators
         * @param indicator {@code null} if the result has none
         */
        public record FrameworkPart(
                String level,
                String result,
                String addUrl,
                @Nullable IndicatorPart indicator) {}

        /** An indicator with its columns, in words. */
        public record IndicatorPart(
                String url,
                String wording,
                String baseline,
                List<String> targets,
                String source,
                String method,
                String frequency,
                String responsible,
                List<String> warnings) {}

        /**
         * The form of an indicator.
         *
         * @param lines the lines of the plans that can feed it
         * @param partners the organisations among the project's partners
         * @param topics for what the share of those who will use it is measured
         * @param remove the address that removes it; {@code null} for a new one
         */
        public record IndicatorFormPage(
                String key,
                String action,
                String cancel,
                String project,
                Form form,
                List<Option> results,
                List<OptionGroup> lines,
                List<Option> partners,
                List<Option> topics,
                List<String> warnings,
                @Nullable String remove) {}
    }

    /**
     * The logic model of a project: its picture, and its outline.
     *
     * @param drawing with its table; {@code null} without results
     * @param add the address at which a result is added; {@code null} without the permission
     */
    public record LogicModelPage(
            String title,
            List<Tab> tabs,
            @Nullable SafeHtml drawing,
            List<ResultPart> results,
            @Nullable String add) {

        /**
         * A result in the outline.
         *
         * @param depth from 1
         * @param level its name, in the funder's words
         * @param warnings about its wording
         */
        public record ResultPart(
                String url, int depth, String level, String statement, String assumption, List<String> warnings) {}

        /**
         * The form of a result.
         *
         * @param remove the address that removes it; {@code null} for a new one
         */
        public record ResultFormPage(
                String key,
                String action,
                String cancel,
                String project,
                Form form,
                List<Option> levels,
                List<Option> parents,
                List<String> warnings,
                @Nullable String remove) {}
    }
}
