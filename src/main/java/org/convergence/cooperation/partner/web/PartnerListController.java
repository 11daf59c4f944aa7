package org.convergence.cooperation.partner.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.convergence.cooperation.partner.PartnerId;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerQueries;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerFilter;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerRow;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerListItem;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerListPage;
import org.convergence.cooperation.project.CountryNames;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.CountrySection;
import org.convergence.safety.guide.CountrySection.CountryLine;
import org.convergence.safety.guide.CountrySection.CountryPart;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of partners, and its export. */
@Controller
@RequestMapping("/cooperation/partner")
@Requires(PartnerPermissions.READ)
class PartnerListController {

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

    private final PartnerQueries queries;
    private final OrganisationSettings settings;

    PartnerListController(PartnerQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private PartnerListPage page(List<PartnerRow> rows, ListFrame frame, Words t) {
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
