package org.convergence.cooperation.partner.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerQueries;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerFilter;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerRow;
import org.convergence.cooperation.partner.domain.PartnerService;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerDueId;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerFacts;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerId;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerStage;
import org.convergence.cooperation.partner.web.PartnerForm.DueSide;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerFormPage;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerListItem;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerListPage;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.CountryNames;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.CountrySection;
import org.convergence.safety.guide.CountrySection.CountryLine;
import org.convergence.safety.guide.CountrySection.CountryPart;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of partners, and one of them: following it, its page, what is due both ways, its agreements. */
@Controller
@RequestMapping("/cooperation/partner")
@Requires(PartnerPermissions.FOLLOW)
record PartnerController(
        PartnerService partners,
        PartnerQueries queries,
        PartnerForm forms,
        SinglePartyChooser parties,
        PartyChooser chooser,
        PartnerPageAssembler pages,
        OrganisationSettings settings) {

    static final Field<String> WORDS = Field.text("q", "partner.filter.q", 200).optional();
    private static final ListView<PartnerFilter, PartnerRow> VIEW = new ListView<>(
            PartnerPage.LIST,
            "cooperation/partner/partners",
            "partner.count",
            FormFields.of(WORDS.from(PartnerFilter::words), PartnerForm.ANY_STAGE.from(PartnerFilter::stage)),
            answers -> new PartnerFilter(answers.textOrEmpty(WORDS), answers.find(PartnerForm.ANY_STAGE), null, null),
            List.of(
                    ListColumn.of("partner.field.name", PartnerRow::name),
                    ListColumn.formatted(
                            "partner.field.stage", (row, t) -> t.say(row.stage().key())),
                    ListColumn.formatted(
                            "partner.field.countries", (row, t) -> CountryNames.format(row.countries(), t)),
                    ListColumn.of("partner.field.our-lead", PartnerRow::ourLeadName),
                    ListColumn.of("partner.field.their-lead", PartnerRow::theirLeadName),
                    ListColumn.of("partner.field.last-exchange", PartnerRow::lastExchange),
                    ListColumn.of("partner.field.next-due", PartnerRow::nextDue)));

    @GetMapping("/new")
    ModelAndView open(Form asked) {
        Form form = Form.blank()
                .with(PartnerForm.STAGE.name(), PartnerStage.ACTIVE)
                .with(SinglePartyChooser.ORGANISATION, asked.value(SinglePartyChooser.ORGANISATION))
                .with(SinglePartyChooser.PERSON, asked.value(SinglePartyChooser.PERSON));
        return formPage(form, null);
    }

    private record NewPartnerInput(ChosenParty partner, PartnerFacts facts) {}

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> new NewPartnerInput(parties.read(answers), forms.read(answers)),
                input -> SeeOther.to(
                                PartnerPage.url(partners.add(parties.findOrCreate(input.partner()), input.facts())))
                        .withNotice("partner.added"),
                () -> formPage(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PartnerId id, Words t) {
        PartnerRow it = queries.findById(id);
        return formPage(PartnerForm.open(it, t), it);
    }

    private record PartnerCorrection(int version, PartnerFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PartnerId id, Form form) {
        return form.submit(
                answers -> new PartnerCorrection(answers.version(), forms.read(answers)),
                input -> {
                    partners.correct(id, input.version(), input.facts());
                    return SeeOther.to(PartnerPage.url(id)).withNotice("partner.saved");
                },
                () -> formPage(form, queries.findById(id)));
    }

    private ModelAndView formPage(Form form, @Nullable PartnerRow it) {
        String url = it == null ? PartnerPage.LIST : PartnerPage.url(it.id());
        return PageView.of(
                "cooperation/partner/partner-form",
                new PartnerFormPage(
                        it == null ? "partner.new" : "partner.edit",
                        it == null ? null : it.name(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        it == null ? parties.organisation(form) : null,
                        it == null ? parties.person(form) : null,
                        chooser.persons(form, PartnerForm.OUR_LEAD, 1, List.of()),
                        chooser.persons(form, PartnerForm.THEIR_LEAD, 1, List.of())));
    }

    @GetMapping("/{id}")
    @Requires(PartnerPermissions.READ)
    ModelAndView show(@PathVariable PartnerId id, Words t) {
        Form form = Form.blank()
                .with(PartnerForm.SIDE.name(), DueSide.OURS)
                .with(PartnerForm.SIGNED.name(), settings.today());
        return page(id, form, t);
    }

    private ModelAndView page(PartnerId id, Form form, Words t) {
        boolean follows = CurrentActor.get().may(PartnerPermissions.FOLLOW);
        return PageView.of(
                "cooperation/partner/partner", pages.assemble(queries.findById(id), follows ? form : null, t));
    }

    @PostMapping("/{id}/due")
    ModelAndView addDue(@PathVariable PartnerId id, Form form, Words t) {
        return form.submit(
                PartnerForm::readDue,
                due -> {
                    partners.addDue(id, due);
                    return SeeOther.to(PartnerPage.url(id)).withNotice("partner.saved");
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/due/{due}/done")
    ModelAndView done(@PathVariable PartnerId id, @PathVariable PartnerDueId due) {
        partners.markDone(due);
        return SeeOther.to(PartnerPage.url(id))
                .withNotice("partner.due-done")
                .withUndo(PartnerPage.url(id) + "/due/" + due.value() + "/open");
    }

    @PostMapping("/{id}/due/{due}/open")
    ModelAndView undone(@PathVariable PartnerId id, @PathVariable PartnerDueId due) {
        partners.markOpen(due);
        return SeeOther.to(PartnerPage.url(id)).withNotice("partner.due-open");
    }

    @PostMapping("/{id}/agreements")
    ModelAndView addAgreement(@PathVariable PartnerId id, Form form, Words t) {
        return form.submit(
                PartnerForm::readAgreement,
                agreement -> {
                    partners.addAgreement(id, agreement);
                    return SeeOther.to(PartnerPage.url(id)).withNotice("partner.saved");
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/agreements/{agreement}/remove")
    ModelAndView removeAgreement(@PathVariable PartnerId id, @PathVariable UUID agreement) {
        partners.removeAgreement(id, agreement);
        return SeeOther.to(PartnerPage.url(id)).withNotice("partner.saved");
    }

    @Requires(PartnerPermissions.READ)
    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> listPage(rows, frame, t));
    }

    private PartnerListPage listPage(List<PartnerRow> rows, ListFrame frame, Words t) {
        return new PartnerListPage(
                frame,
                PartnerPage.tabs(false, t),
                rows.stream().map(row -> item(row, t)).toList(),
                CurrentActor.get().may(PartnerPermissions.FOLLOW));
    }

    private PartnerListItem item(PartnerRow row, Words t) {
        List<String> detail = new ArrayList<>();
        if (!row.countries().isEmpty()) {
            detail.add(CountryNames.format(row.countries(), t));
        }
        detail.add(
                row.ourLeadName() == null ? t.say("partner.nobody-leads") : t.say("partner.led-by", row.ourLeadName()));
        if (row.nextDue() != null) {
            detail.add(t.say("partner.next-due", t.by(row.nextDue(), settings.today())));
        }
        return new PartnerListItem(
                PartnerPage.url(row.id()),
                row.name(),
                String.join(" · ", detail),
                row.lastExchange() == null
                        ? t.say("partner.exchange.none")
                        : t.say("partner.exchange.last", row.lastExchange()),
                row.stage().tone(),
                t.say(row.stage().key()));
    }

    @Requires(PartnerPermissions.READ)
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        VIEW.export(format, t.say("partner.tab.partners"), settings.today(), form, t, queries::takeOut, response);
    }

    /** Partners on the page of a country; a protected person under its code name. */
    @Bean
    static CountrySection partnersInCountry(PartnerQueries queries) {
        return new CountrySection(
                30,
                PartnerPermissions.READ,
                (country, t) -> CountryPart.ofLines(
                        t.say("partner.menu"),
                        queries.findByCountry(country, CountrySection.MOST_LINES).stream()
                                .map(each -> CountryLine.of(
                                        PartnerPage.url(each.id()),
                                        each.name(),
                                        t.say(each.stage().key())))
                                .toList()));
    }

    /** Organisations with which we cooperate, in dossiers, by their name and our notes; a person is never there. */
    @Bean
    static ThemeSection partnersOfTheme() {
        return new ThemeSection(
                80,
                PartnerPermissions.READ,
                "partner.menu",
                PartnerPage.LIST,
                """
                        SELECT p.id, o.name AS title, p.stage AS kind, NULL::text AS detail, p.since AS day FROM cooperation.partner p
                        JOIN directory.people_organisation_name o ON o.id = p.organisation
                        WHERE ' ' || platform.fold(o.name || ' ' || p.notes) LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        PartnerPage.url(new PartnerId(row.id())), row.title(), row.kindIn("partner.stage.", t)));
    }
}
