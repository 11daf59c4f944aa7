package org.convergence.resources.grant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantApplicationQueries.GrantApplicationFilter;
import org.convergence.resources.grant.domain.GrantApplicationQueries.GrantApplicationRow;
import org.convergence.resources.grant.domain.GrantApplicationService;
import org.convergence.resources.grant.domain.GrantCallFilter;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.convergence.resources.grant.web.GrantApplicationPage.ApplicationItem;
import org.convergence.resources.grant.web.GrantApplicationPage.ApplicationListPage;
import org.convergence.resources.grant.web.GrantApplicationPage.ApplicationNewPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of applications, the latest first, and its files. */
@Controller
@RequestMapping("/resources/grant/applications")
@Requires(GrantPermissions.READ)
class GrantApplicationListController {

    private static final int MOST_CALLS = 100;

    private static final List<ListColumn<GrantApplicationRow>> COLUMNS = List.of(
            ListColumn.of("grant.field.title", GrantApplicationRow::title),
            ListColumn.of("grant.field.funder", GrantApplicationRow::funder),
            ListColumn.formatted(
                    "grant.field.state", (row, t) -> t.say(row.state().key())),
            ListColumn.of("grant.field.closes_at", GrantApplicationRow::closesAt),
            ListColumn.of("grant.field.requested", GrantApplicationRow::requested),
            ListColumn.of("grant.field.currency", GrantApplicationRow::currency),
            ListColumn.of("grant.field.submission_sent_on", GrantApplicationRow::sentOn),
            ListColumn.of("grant.field.submission_sent_by", GrantApplicationRow::sentBy),
            ListColumn.of("grant.field.submission_confirmation", GrantApplicationRow::confirmation),
            ListColumn.of("grant.field.outcome_answered_on", GrantApplicationRow::answeredOn),
            ListColumn.of("grant.field.outcome_amount", GrantApplicationRow::granted));

    private final GrantApplicationQueries queries;
    private final GrantCallQueries calls;
    private final GrantApplicationService applications;
    private final SourceTexts sources;
    private final OrganisationSettings settings;
    private final ListView<GrantApplicationFilter, GrantApplicationRow> view;

    GrantApplicationListController(
            GrantApplicationQueries queries,
            GrantCallQueries calls,
            GrantApplicationService applications,
            SourceTexts sources,
            OrganisationSettings settings) {
        this.calls = calls;
        this.applications = applications;
        this.sources = sources;
        this.queries = queries;
        this.settings = settings;
        this.view = new ListView<>(
                GrantMenu.APPLICATIONS,
                "resources/grant/applications",
                "grant.applications.count",
                FormFields.of(GrantApplicationPage.STATE.from(GrantApplicationFilter::state)),
                answers -> new GrantApplicationFilter(answers.find(GrantApplicationPage.STATE), null),
                COLUMNS);
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return view.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    /** An application that begins with a record of another module, such as a partner's request. */
    @GetMapping("/new")
    @Requires(GrantPermissions.EDIT)
    ModelAndView open(Form asked, Words t) {
        Form form = Form.blank();
        sources.find(asked.value(SourceTexts.FROM), t)
                .ifPresent(text ->
                        form.with(SourceTexts.FROM, text.from()).with(GrantApplicationPage.TITLE.name(), text.title()));
        return newPage(form);
    }

    private ModelAndView newPage(Form form) {
        return PageView.of(
                "resources/grant/application-new",
                new ApplicationNewPage(
                        form,
                        calls.findFirst(new GrantCallFilter("", null, null, null, false), MOST_CALLS).stream()
                                .map(call -> Option.of(call.id().value(), call.title()))
                                .toList()));
    }

    private record NewApplicationInput(GrantCallId call, String title) {}

    @PostMapping("/new")
    @Requires(GrantPermissions.EDIT)
    ModelAndView begin(Form form) {
        return form.submit(
                answers -> new NewApplicationInput(
                        new GrantCallId(answers.get(GrantApplicationPage.CALL)),
                        answers.get(GrantApplicationPage.TITLE)),
                input -> {
                    GrantApplicationId id = applications.begin(input.call(), input.title());
                    sources.tellUse(form.value(SourceTexts.FROM), GrantApplicationPage.url(id));
                    return SeeOther.to(GrantApplicationPage.url(id) + "/questions")
                            .withNotice("grant.application.begun");
                },
                () -> newPage(form));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        view.export(format, t.say("grant.applications"), settings.today(), form, t, queries::takeOut, response);
    }

    private static ApplicationListPage page(List<GrantApplicationRow> rows, ListFrame frame, Words t) {
        return new ApplicationListPage(
                frame,
                GrantMenu.tabs(GrantMenu.APPLICATIONS, t),
                rows.stream().map(row -> item(row, t)).toList());
    }

    private static ApplicationItem item(GrantApplicationRow row, Words t) {
        List<String> detail = new ArrayList<>(List.of(row.funder()));
        if (row.requested() != null) {
            detail.add(t.say("grant.application.requested", t.money(row.requested(), row.currency())));
        }
        if (row.granted() != null) {
            detail.add(t.say("grant.application.granted", t.money(row.granted(), row.currency())));
        }
        if (row.letters() > 0) {
            detail.add(t.say("grant.letters.received", row.lettersReceived(), row.letters()));
        }
        if (row.sentOn() != null) {
            detail.add(t.say("grant.application.sent", row.sentOn()));
        }
        return new ApplicationItem(
                GrantApplicationPage.url(row.id()),
                row.title(),
                String.join(" · ", detail),
                row.state().tone(),
                t.say(row.state().key()));
    }
}
