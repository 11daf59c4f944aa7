package org.convergence.cooperation.project.web;

import java.util.List;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
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
                new Tab(t.say("project.tab.results"), url + "/results", current.equals("results")));
    }
}
