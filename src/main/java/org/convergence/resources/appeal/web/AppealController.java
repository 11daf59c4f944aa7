package org.convergence.resources.appeal.web;

import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.RecordOrigins;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.convergence.resources.appeal.AppealPermissions;
import org.convergence.resources.appeal.domain.Appeal;
import org.convergence.resources.appeal.domain.Appeal.AppealId;
import org.convergence.resources.appeal.domain.Appeal.AppealKind;
import org.convergence.resources.appeal.domain.AppealLetterSender;
import org.convergence.resources.appeal.domain.AppealService;
import org.convergence.resources.appeal.domain.AppealService.AppealRow;
import org.convergence.resources.appeal.web.AppealPage.AppealFormPage;
import org.convergence.resources.appeal.web.AppealPage.AppealItem;
import org.convergence.resources.appeal.web.AppealPage.AppealListPage;
import org.convergence.resources.ledger.AccountantBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The appeals; launching and correcting one, its account, and its letter to a segment. */
@Controller
@RequestMapping("/resources/appeal")
@Requires(AppealPermissions.EDIT)
record AppealController(
        AppealService appeals,
        SourceTexts sources,
        RecordOrigins origins,
        AppealLetterSender letters,
        LetterStatusService statuses,
        AppealForm forms,
        SegmentAudience audience,
        PartyChooser chooser,
        PeopleDirectory people,
        OrganisationSettings settings,
        BaseUrl baseUrl) {

    private static final int MOST_TAKEN = 2_000;

    @Bean
    static MenuEntry appealMenuEntry() {
        return MenuEntry.of("appeal.menu", AppealPage.LIST).requiring(AppealPermissions.READ);
    }

    @GetMapping
    @Requires(AppealPermissions.READ)
    ModelAndView list(Words t) {
        return PageView.of(
                "resources/appeal/list",
                new AppealListPage(
                        appeals.findAll().stream().map(each -> item(each, t)).toList(),
                        CurrentActor.get().may(AppealPermissions.EDIT)));
    }

    private AppealItem item(AppealRow row, Words t) {
        String detail = t.say(row.kind().key()) + " · " + t.period(row.opensOn(), row.closesOn());
        return new AppealItem(
                row,
                AppealPage.url(row.id()),
                row.kind() == AppealKind.RELAYED
                        ? detail
                        : detail + " · " + t.say("appeal.raised", t.money(row.raised(), AccountantBooks.CURRENCY)),
                Appeal.isOpen(row.opensOn(), row.closesOn(), settings.today()));
    }

    @GetMapping("/new")
    ModelAndView open(Form asked, Words t) {
        Form form = Form.blank()
                .with(AppealForm.OPENS.name(), settings.today())
                .with(AppealForm.KIND.name(), AppealKind.OWN)
                .with(AppealForm.PARTNER, asked.value(AppealForm.PARTNER));
        sources.find(asked.value(SourceTexts.FROM), t)
                .ifPresent(text -> form.with(SourceTexts.FROM, text.from())
                        .with(AppealForm.FRENCH_TITLE.name(), text.title())
                        .with(AppealForm.PURPOSE.name(), TextShortener.shorten(text.body(), MOST_TAKEN)));
        return formPage(form, null);
    }

    @PostMapping("/new")
    ModelAndView launch(Form form) {
        return form.submit(
                answers -> forms.read(answers, null),
                appeal -> {
                    String url = AppealPage.url(appeals.save(appeal));
                    sources.tellUse(form.value(SourceTexts.FROM), url);
                    return SeeOther.to(url).withNotice("appeal.launched");
                },
                () -> formPage(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AppealId id) {
        return formPage(forms.open(appeals.findById(id)), id);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AppealId id, Form form) {
        return form.submit(
                answers -> forms.read(answers, id.value()),
                appeal -> SeeOther.to(AppealPage.url(appeals.save(appeal))).withNotice("appeal.saved"),
                () -> formPage(form, id));
    }

    private ModelAndView formPage(Form form, @Nullable AppealId id) {
        return PageView.of(
                "resources/appeal/form",
                new AppealFormPage(
                        id == null ? "appeal.new" : "appeal.edit",
                        id == null ? AppealPage.LIST + "/new" : AppealPage.url(id) + "/edit",
                        id == null ? AppealPage.LIST : AppealPage.url(id),
                        form,
                        chooser.knownOrganisations(form, AppealForm.PARTNER, 1)));
    }

    @GetMapping("/{id}")
    @Requires(AppealPermissions.READ)
    ModelAndView show(@PathVariable AppealId id, Words t) {
        Appeal appeal = appeals.findById(id);
        boolean edits = CurrentActor.get().may(AppealPermissions.EDIT);
        boolean open = appeal.isOpen(settings.today());
        LetterSummary sent = letters.summarize(id);
        return PageView.of(
                "resources/appeal/show",
                new AppealPage(
                        appeal,
                        partner(appeal, people),
                        open,
                        appeal.kind() == AppealKind.OWN ? appeals.findAccount(appeal) : null,
                        sent.total() == 0 ? null : t.capital(LetterFormatter.summaryWithDay(sent, t)),
                        baseUrl.value() + AppealLetterSender.PATH + appeal.code(),
                        edits && open
                                ? audience.findAll().stream()
                                        .map(each -> Option.of(each.id(), each.name()))
                                        .toList()
                                : List.of(),
                        origins.find(AppealPage.url(id)),
                        edits));
    }

    static @Nullable String partner(Appeal appeal, PeopleDirectory people) {
        return appeal.partner() == null
                ? null
                : people.organisationNames(List.of(appeal.partner())).values().stream()
                        .findFirst()
                        .map(OrganisationName::name)
                        .orElse(null);
    }

    private static SegmentId segment(Form form) {
        return new SegmentId(Objects.requireNonNull(form.read(answers -> answers.id("segment"))));
    }

    @GetMapping("/{id}/send")
    ModelAndView preview(@PathVariable AppealId id, Form form, Words t) {
        SegmentId segment = segment(form);
        MailingPreview preview = letters.preview(id, segment);
        return new MailingConfirmation(
                        t.say("appeal.send"),
                        appeals.findById(id).french().title(),
                        AppealPage.url(id),
                        t.say("appeal.send.lead"),
                        preview,
                        AppealPage.url(id) + "/send?segment=" + segment.value(),
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/{id}/send")
    ModelAndView send(@PathVariable AppealId id, Form form) {
        return statuses.notePosted(SeeOther.to(AppealPage.url(id)), "appeal.sent", letters.send(id, segment(form)));
    }
}
