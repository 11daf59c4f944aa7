package org.convergence.cooperation.fieldwork.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService.NewPartnerLink;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService.PartnerDeviceRow;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService.PartnerLinkId;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService.PartnerLinkRow;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.NotesLinkPart;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PartnerDevicePart;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PartnerLinksPage;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PartnerSecret;
import org.convergence.cooperation.partner.PartnerPageLink;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartySection;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives partners their page, gives another PIN, takes a page back, tells a telephone to forget. */
@Controller
@RequestMapping(PartnerLinkController.URL)
@Requires(FieldworkPermissions.FOLLOW)
record PartnerLinkController(PartnerLinkService links, PartyChooser chooser) {

    static final String URL = "/cooperation/fieldwork/links";

    private static final String ORGANISATION = "organisation";

    /** The country of most pages in a language. */
    private static final Map<String, String> USUAL = Map.of("es", "MX", "ht", "HT", "fr", "CA", "en", "CA");

    /** The section of a partner's page that leads here. */
    @Bean
    static PartySection pageOfPartner(PartnerLinkService links, PageParts parts) {
        return new PartySection() {
            @Override
            public int order() {
                return 26;
            }

            @Override
            public String permission() {
                return FieldworkPermissions.FOLLOW;
            }

            @Override
            public Optional<PageSection> show(Party party, Words t) {
                return party instanceof OrganisationId organisation && links.isPartner(organisation)
                        ? Optional.of(new PageSection(
                                t.say("fieldwork.section"),
                                parts.render(
                                        "cooperation/fieldwork/section",
                                        t,
                                        "?" + ORGANISATION + "=" + organisation.value())))
                        : Optional.empty();
            }
        };
    }

    /** The page of a partner, opened from what we do with it. */
    @Bean
    static PartnerPageLink pageFromPartner() {
        return new PartnerPageLink("fieldwork.section", URL + "?" + ORGANISATION + "=", FieldworkPermissions.FOLLOW);
    }

    /** The workbook of a partner, likewise. */
    @Bean
    static PartnerPageLink workbookFromPartner() {
        return new PartnerPageLink(
                "fieldwork.workbook.of",
                PartnerWorkbookPage.OURS + "?" + ORGANISATION + "=",
                FieldworkPermissions.FOLLOW);
    }

    @GetMapping
    ModelAndView show(Form asked, Words t) {
        return page(blank().with(ORGANISATION, asked.value(ORGANISATION)), null, t);
    }

    private static Form blank() {
        return Form.blank().with("language", "es");
    }

    private ModelAndView page(Form form, @Nullable PartnerSecret made, Words t) {
        List<PartnerLinkRow> valid = links.findValid();
        Map<PartnerLinkId, List<PartnerDeviceRow>> devices =
                links.findDevices(valid.stream().map(PartnerLinkRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(PartnerDeviceRow::link));
        return PageView.of(
                "cooperation/fieldwork/links",
                new PartnerLinksPage(
                        made,
                        form,
                        chooser.knownOrganisations(form, ORGANISATION, 1),
                        languages(t),
                        Country.findAll(t).stream()
                                .map(country -> Option.of(country.code(), country.name(t)))
                                .toList(),
                        valid.stream()
                                .map(link -> part(link, valid, devices.getOrDefault(link.id(), List.of()), t))
                                .toList()));
    }

    private static NotesLinkPart part(
            PartnerLinkRow link, List<PartnerLinkRow> valid, List<PartnerDeviceRow> devices, Words t) {
        String opened = link.isLocked()
                ? t.say("fieldwork.link.locked")
                : link.openedAt() == null
                        ? t.say(devices.isEmpty() ? "fieldwork.link.unopened" : "fieldwork.link.renewed")
                        : t.say("fieldwork.link.opened", link.openedAt());
        boolean twin = valid.stream()
                        .filter(each -> each.organisationName().equals(link.organisationName()))
                        .count()
                > 1;
        return new NotesLinkPart(
                link.id().value().toString(),
                URL + "/" + link.id().value(),
                link.organisationName(),
                t.say(
                        link.isEnded() ? "fieldwork.link.detail.ended" : "fieldwork.link.detail",
                        t.languageName(link.language()),
                        new Country(link.country()).name(t),
                        link.until(),
                        twin ? opened + " · " + t.say("fieldwork.link.twin") : opened),
                link.endsSoon(),
                link.isEnded(),
                devices.stream()
                        .map(device -> new PartnerDevicePart(
                                device.device(),
                                t.say(
                                        device.forgottenAt() == null ? "fieldwork.device" : "fieldwork.device.forgets",
                                        device.lastAt()),
                                device.forgottenAt() != null))
                        .toList());
    }

    private record NewLinkInput(OrganisationId organisation, String language, Country country) {}

    /** This response is the only one that contains the address and the PIN. */
    @PostMapping
    ModelAndView create(Form form, Words t) {
        return form.submit(
                answers -> new NewLinkInput(
                        organisation(chooser, answers),
                        language(answers),
                        country(answers, answers.form().value("language"))),
                input -> {
                    NewPartnerLink made = links.create(input.organisation(), input.language(), input.country());
                    return page(blank(), new PartnerSecret(made.url(), made.pin()), t);
                },
                () -> page(form, null, t));
    }

    /** The chosen organisation, which is known already. */
    static OrganisationId organisation(PartyChooser chooser, FormValues answers) {
        OrganisationId chosen = chooser.knownOrganisation(answers.form(), ORGANISATION);
        if (chosen == null && answers.form().problem(ORGANISATION) == null) {
            answers.reject(ORGANISATION, "shell.form.required");
        }
        return chosen == null ? new OrganisationId(new UUID(0, 0)) : chosen;
    }

    /** The languages of pages and messages. */
    static List<Option> languages(Words t) {
        return PartnerLinkService.LANGUAGES.stream()
                .map(code -> Option.of(code, t.capital(t.languageName(code))))
                .toList();
    }

    static String language(FormValues answers) {
        String language = answers.text("language", 10);
        if (!PartnerLinkService.LANGUAGES.contains(language)) {
            answers.reject("language", "shell.form.choice");
        }
        return language;
    }

    /** The country, or the usual one of a language. */
    static Country country(FormValues answers, String language) {
        String code = answers.optionalText("country", 2);
        Optional<Place> place = Place.findByCode(code == null ? USUAL.getOrDefault(language, "CA") : code);
        if (place.isPresent() && place.get() instanceof Place.InCountry in) {
            return in.country();
        }
        answers.reject("country", "shell.form.choice");
        return new Country("CA");
    }

    @PostMapping("/{id}/pin")
    ModelAndView renewPin(@PathVariable PartnerLinkId id, Words t) {
        return page(blank(), new PartnerSecret(null, links.renewPin(id)), t);
    }

    @PostMapping("/{id}/extend")
    ModelAndView extend(@PathVariable PartnerLinkId id) {
        links.extend(id);
        return SeeOther.to(URL).withNotice("fieldwork.link.extended");
    }

    /** Pages that end soon, or ended, unless the partner has another one in that language. */
    @Bean
    static DueWorkSource linkDueWork() {
        return DueWorkSource.of(
                        FieldworkPermissions.FOLLOW,
                        """
                SELECT 'LINK' AS kind, l.id, l.organisation AS subject, l.until AS due_on, 'SET' AS day_kind,
                       p.our_lead AS owner, 'OURS' AS place, o.name AS title, NULL AS detail
                FROM cooperation.fieldwork_link l
                JOIN directory.people_organisation_name o ON o.id = l.organisation
                LEFT JOIN cooperation.partner_relation p ON p.organisation = l.organisation
                WHERE l.revoked_at IS NULL
                  AND NOT EXISTS (SELECT FROM cooperation.fieldwork_link later
                                  WHERE later.organisation = l.organisation AND later.language = l.language
                                    AND later.revoked_at IS NULL AND later.until > l.until)
                """,
                        (row, t) -> new DueWork(
                                "cooperation.fieldwork/link/" + row.id(),
                                t.say("fieldwork.link.due", Objects.requireNonNull(row.title())),
                                URL + "#" + row.id(),
                                t.say("fieldwork.link.due.detail")))
                .withDaysAhead(PartnerLinkService.DAYS_AHEAD);
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(@PathVariable PartnerLinkId id) {
        links.revoke(id);
        return SeeOther.to(URL).withNotice("fieldwork.link.revoked");
    }

    @PostMapping("/{id}/forget")
    ModelAndView forget(@PathVariable PartnerLinkId id, Form form) {
        links.forget(id, form.value("device"));
        return SeeOther.to(URL).withNotice("fieldwork.device.told");
    }
}
