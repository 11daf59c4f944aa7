package org.convergence.plan.time.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.TimeEntryQueries;
import org.convergence.plan.time.domain.TimeEntryQueries.NamedTimeEntry;
import org.convergence.plan.time.domain.TimeEntryQueries.TimeEntryFilter;
import org.convergence.plan.time.domain.TimePost;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The entry page of hours, and their export: all with the permission to edit them, else one's own. */
@Controller
@RequestMapping("/plan/time")
record TimeController(TimeEntryQueries entries, OrganisationSettings settings) {

    private static final List<ListColumn<NamedTimeEntry>> COLUMNS = List.of(
            ListColumn.of("time.column.day", row -> row.entry().day()),
            ListColumn.of("time.column.person", NamedTimeEntry::person),
            ListColumn.of("time.column.hours", row -> row.entry().hours()),
            ListColumn.of(
                    "time.column.code",
                    row -> row.line() == null ? null : row.line().code()),
            ListColumn.formatted("time.column.action", TimeController::title),
            ListColumn.formatted(
                    "time.column.volunteer",
                    (row, t) -> row.entry().volunteer() ? t.say("time.source", ContractSource.VOLUNTEER.name()) : null),
            ListColumn.formatted(
                    "time.column.state",
                    (row, t) -> t.say("time.state", row.entry().state().name())));

    private static String title(NamedTimeEntry row, Words t) {
        if (row.line() != null) {
            return row.line().title();
        }
        return row.entry().post().equals(TimePost.OFFICE) ? t.say("time.office") : "";
    }

    /** One's own week with the permission to fill one in, else the capacity of the team. */
    @GetMapping
    @Requires(TimePermissions.READ)
    ModelAndView open() {
        Actor actor = CurrentActor.get();
        boolean own = actor.personId() != null && actor.may(TimePermissions.OWN);
        return SeeOther.to(TimeMenu.ROOM + (own ? "/week" : "/capacity"));
    }

    @GetMapping("/entries/export.{format}")
    @Requires(TimePermissions.OWN)
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TimeEntryFilter filter = form.read(TimeController::filter);
        String title = t.say("time.entries");
        String name = Slug.of(title) + "-" + settings.today();
        ListView.write(format, name, title, COLUMNS, entries.iterateAll(filter), t, response);
    }

    /** The filter in an address, also of the API. */
    static TimeEntryFilter filter(FormValues answers) {
        return new TimeEntryFilter(
                answers.optionalDate("from"),
                answers.optionalDate("to"),
                answers.optionalId("person"),
                answers.optionalId("action"));
    }
}
