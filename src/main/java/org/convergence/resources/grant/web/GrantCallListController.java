package org.convergence.resources.grant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantCallFilter;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.convergence.resources.grant.domain.GrantCallQueries.GrantCallCalendar;
import org.convergence.resources.grant.domain.GrantCallQueries.GrantCallDays;
import org.convergence.resources.grant.domain.GrantCallQueries.GrantCallRow;
import org.convergence.resources.grant.web.GrantCallListPage.GrantCallItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of calls and programmes, and its files. */
@Controller
@RequestMapping("/resources/grant/calls")
@Requires(GrantPermissions.READ)
class GrantCallListController {

    private static final int YEARS_BACK = 30;
    private static final int YEARS_AHEAD = 5;

    private final GrantCallQueries queries;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;
    private final ListView<GrantCallFilter, GrantCallRow> view;

    GrantCallListController(GrantCallQueries queries, PartyChooser chooser, OrganisationSettings settings) {
        this.queries = queries;
        this.chooser = chooser;
        this.settings = settings;
        Field<OrganisationId> funder =
                chooser.organisation("funder", "grant.field.funder").optional();
        this.view = new ListView<>(
                GrantMenu.CALLS,
                "resources/grant/calls",
                "grant.calls.count",
                FormFields.of(
                        GrantCallListPage.WORDS.from(GrantCallFilter::words),
                        GrantCallListPage.DOOR.from(GrantCallFilter::door),
                        GrantCallListPage.BY.from(GrantCallFilter::closesBy),
                        funder.from(GrantCallFilter::funder),
                        GrantCallListPage.OVER
                                .<GrantCallFilter>from(GrantCallFilter::over)
                                .asTab()),
                answers -> new GrantCallFilter(
                        answers.textOrEmpty(GrantCallListPage.WORDS),
                        answers.find(GrantCallListPage.DOOR),
                        answers.find(GrantCallListPage.BY),
                        answers.find(funder),
                        answers.get(GrantCallListPage.OVER)),
                List.of());
    }

    /** The columns of the files; the closed days are read once for all rows. */
    private List<ListColumn<GrantCallRow>> columns(GrantCallCalendar calendar) {
        return List.of(
                ListColumn.of("grant.field.title", GrantCallRow::title),
                ListColumn.of("grant.field.funder", GrantCallRow::funder),
                ListColumn.formatted(
                        "grant.field.door", (row, t) -> t.say(row.door().key())),
                ListColumn.formatted(
                        "grant.field.stage", (row, t) -> t.say(row.stage().key())),
                ListColumn.of("grant.field.opens_on", GrantCallRow::opensOn),
                ListColumn.of("grant.field.closes_at", GrantCallRow::closesAt),
                ListColumn.formatted("grant.call.deadline", this::deadline),
                ListColumn.formatted("grant.field.internal", (row, t) -> internal(row, calendar)),
                ListColumn.of("grant.field.amount_from", GrantCallRow::amountFrom),
                ListColumn.of("grant.field.amount_to", GrantCallRow::amountTo),
                ListColumn.of("grant.field.currency", GrantCallRow::currency),
                ListColumn.of("grant.field.match_percent", GrantCallRow::matchPercent),
                ListColumn.of("grant.field.cumul", GrantCallRow::cumul),
                ListColumn.of("grant.field.eligibility", GrantCallRow::eligibility),
                ListColumn.of("grant.field.documents", GrantCallRow::documents),
                ListColumn.of("grant.field.source_url", GrantCallRow::sourceUrl),
                ListColumn.of("grant.field.checked_on", GrantCallRow::checkedOn),
                ListColumn.of("grant.field.responsible", GrantCallRow::responsibleName));
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return view.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        LocalDate today = settings.today();
        GrantCallCalendar calendar = queries.calendarFor(today.minusYears(YEARS_BACK), today.plusYears(YEARS_AHEAD));
        new ListView<>(view.path(), view.template(), view.countKey(), view.fields(), view.filter(), columns(calendar))
                .export(format, t.say("grant.calls"), today, form, t, queries::takeOut, response);
    }

    private GrantCallListPage page(List<GrantCallRow> rows, ListFrame frame, Words t) {
        GrantCallCalendar calendar = queries.calendarFor(rows);
        List<Tab> tabs = new ArrayList<>(GrantMenu.tabs(frame.form().filled("over") ? "" : GrantMenu.CALLS, t));
        tabs.add(
                1,
                new Tab(
                        t.say("grant.calls.over"),
                        GrantMenu.CALLS + "?over=true",
                        frame.form().filled("over")));
        return new GrantCallListPage(
                frame,
                tabs,
                chooser.knownOrganisations(frame.form(), "funder", 1),
                rows.stream().map(row -> item(row, calendar, t)).toList(),
                CurrentActor.get().may(GrantPermissions.EDIT));
    }

    private GrantCallItem item(GrantCallRow row, GrantCallCalendar calendar, Words t) {
        List<String> detail = new ArrayList<>(List.of(row.funder()));
        String amounts = GrantFormatter.amounts(row.amountFrom(), row.amountTo(), row.currency(), t);
        if (amounts != null) {
            detail.add(amounts);
        }
        if (row.responsibleName() != null) {
            detail.add(row.responsibleName());
        }
        LocalDate internal = internal(row, calendar);
        return new GrantCallItem(
                GrantCallPage.url(row.id()),
                row.title(),
                String.join(" · ", detail),
                deadline(row, t),
                internal == null ? null : t.say("grant.call.internal", internal),
                row.stage().tone(),
                t.say(row.stage().key()));
    }

    private String deadline(GrantCallRow row, Words t) {
        Instant closesAt = row.closesAt();
        return closesAt == null
                ? t.say("grant.call.no-deadline." + row.door())
                : GrantFormatter.deadline(
                        closesAt, row.theirs(), settings.current().zone(), t);
    }

    private static @Nullable LocalDate internal(GrantCallRow row, GrantCallCalendar calendar) {
        GrantCallDays days = calendar.daysOf(row.closesAt(), row.theirs());
        return days == null ? null : days.internal();
    }
}
