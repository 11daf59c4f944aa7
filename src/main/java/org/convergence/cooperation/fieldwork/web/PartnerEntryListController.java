package org.convergence.cooperation.fieldwork.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.PartnerEntryState;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries.PartnerEntryFilter;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PartnerEntryListItem;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PartnerEntryListPage;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PastePage;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What partners sent, by state; and a message of a partner that becomes a draft. */
@Controller
@RequestMapping("/cooperation/fieldwork")
@Requires(FieldworkPermissions.READ)
class PartnerEntryListController {

    private static final String ORGANISATION = "organisation";
    private static final int LONGEST_LINE = 140;

    private static final ListView<PartnerEntryFilter, PartnerEntryRow> VIEW = new ListView<>(
            PartnerEntryPage.LIST,
            "cooperation/fieldwork/entries",
            "fieldwork.count",
            FormFields.of(PartnerEntryForm.STATE
                    .<PartnerEntryFilter>from(PartnerEntryFilter::state)
                    .asTab()),
            answers -> new PartnerEntryFilter(
                    Objects.requireNonNullElse(answers.find(PartnerEntryForm.STATE), PartnerEntryState.WAITING), null),
            List.of());

    private final PartnerEntryQueries queries;
    private final PartnerEntryService entries;
    private final PartyChooser chooser;

    PartnerEntryListController(PartnerEntryQueries queries, PartnerEntryService entries, PartyChooser chooser) {
        this.queries = queries;
        this.entries = entries;
        this.chooser = chooser;
    }

    @Bean
    static MenuEntry fieldworkMenuEntry() {
        return MenuEntry.of("fieldwork.menu", PartnerEntryPage.LIST).requiring(FieldworkPermissions.READ);
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        if (!form.filled("sort") && form.filled(PartnerEntryForm.STATE.name())) {
            form.with("sort", "latest");
        }
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private static PartnerEntryListPage page(List<PartnerEntryRow> rows, ListFrame frame, Words t) {
        String shown = frame.form().value(PartnerEntryForm.STATE.name());
        return new PartnerEntryListPage(
                frame,
                Stream.of(
                                PartnerEntryState.WAITING,
                                PartnerEntryState.RETURNED,
                                PartnerEntryState.DRAFT,
                                PartnerEntryState.ACCEPTED)
                        .map(state -> new Tab(
                                t.say(state.key()),
                                PartnerEntryPage.LIST
                                        + (state == PartnerEntryState.WAITING ? "" : "?state=" + state.name()),
                                shown.equals(state.name()) || (shown.isEmpty() && state == PartnerEntryState.WAITING)))
                        .toList(),
                rows.stream().map(row -> item(row, t)).toList(),
                CurrentActor.get().may(FieldworkPermissions.FOLLOW));
    }

    private static PartnerEntryListItem item(PartnerEntryRow row, Words t) {
        String said = PartnerEntryFormatter.describe(row, t);
        return new PartnerEntryListItem(
                PartnerEntryPage.url(row.id()),
                row.organisationName() + " · " + t.say(row.kind().key()),
                TextShortener.shorten(said, LONGEST_LINE),
                row.state().tone(),
                t.say("fieldwork.received", row.receivedOn()));
    }

    @GetMapping("/paste")
    @Requires(FieldworkPermissions.FOLLOW)
    ModelAndView openPaste(Form asked) {
        return pastePage(Form.blank()
                .with(ORGANISATION, asked.value(ORGANISATION))
                .with(PartnerEntryForm.KIND.name(), PartnerEntryKind.HAPPENED));
    }

    private ModelAndView pastePage(Form form) {
        return PageView.of(
                "cooperation/fieldwork/paste",
                new PastePage(form, chooser.organisations(form, ORGANISATION, 1, List.of())));
    }

    private record PastedMessage(OrganisationId organisation, PartnerEntryKind kind, String message) {}

    @PostMapping("/paste")
    @Requires(FieldworkPermissions.FOLLOW)
    ModelAndView paste(Form form) {
        return form.submit(
                answers -> new PastedMessage(
                        PartnerLinkController.organisation(chooser, answers),
                        answers.get(PartnerEntryForm.KIND),
                        answers.get(PartnerEntryForm.MESSAGE)),
                pasted -> SeeOther.to(PartnerEntryPage.url(
                                entries.createDraft(pasted.organisation(), pasted.kind(), pasted.message())))
                        .withNotice("fieldwork.pasted"),
                () -> pastePage(form));
    }
}
