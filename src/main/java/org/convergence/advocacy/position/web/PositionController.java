package org.convergence.advocacy.position.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.convergence.advocacy.position.PositionPermissions;
import org.convergence.advocacy.position.domain.Position;
import org.convergence.advocacy.position.domain.Position.PositionId;
import org.convergence.advocacy.position.domain.Position.PositionKind;
import org.convergence.advocacy.position.domain.Position.PositionState;
import org.convergence.advocacy.position.domain.PositionService;
import org.convergence.advocacy.position.domain.PositionService.PositionFilter;
import org.convergence.advocacy.position.web.PositionPage.PositionFormPage;
import org.convergence.advocacy.position.web.PositionPage.PositionItem;
import org.convergence.advocacy.position.web.PositionPage.PositionListPage;
import org.convergence.advocacy.position.web.PositionPage.PublicationPage;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.secondlook.SecondLookParts;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
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

/** The list of positions, and one of them: its page, its form, the second look and the publication. */
@Controller
@RequestMapping("/advocacy/position")
@Requires(PositionPermissions.EDIT)
record PositionController(
        PositionService positions,
        PositionForm forms,
        PartyChooser chooser,
        PeopleDirectory people,
        SecondLookParts looks,
        OrganisationSettings settings) {

    private static final Field<String> WORDS =
            Field.text("q", "position.filter.q", 200).optional();
    private static final Field<PositionKind> KIND = Field.choice(
                    "kind", "position.field.kind", List.of(PositionKind.values()), PositionKind::key)
            .optional();
    private static final Field<String> COUNTRY = Field.of(
                    "country", "position.field.country", PositionForm::readCountry, "")
            .optional()
            .formattedBy((value, t) -> Place.findByCode(value)
                    .filter(Place.InCountry.class::isInstance)
                    .map(place -> ((Place.InCountry) place).country().name(t))
                    .orElse(value));
    private static final ListView<PositionFilter, Position> VIEW = new ListView<>(
            PositionPage.LIST,
            "position.tally",
            FormFields.of(
                    WORDS.from(PositionFilter::words),
                    KIND.from(PositionFilter::kind),
                    COUNTRY.from(PositionFilter::country)),
            answers -> new PositionFilter(answers.textOrEmpty(WORDS), answers.find(KIND), answers.find(COUNTRY)),
            List.of());

    @GetMapping("/{id}")
    @Requires(PositionPermissions.READ)
    ModelAndView show(@PathVariable PositionId id, Words t) {
        return page(id, Form.blank().with(PositionForm.READ_ON.name(), settings.today()), t);
    }

    private ModelAndView page(PositionId id, Form reading, Words t) {
        Position it = positions.findById(id);
        boolean edits = CurrentActor.get().may(PositionPermissions.EDIT);
        boolean published = it.state() == PositionState.PUBLISHED;
        return PageView.of(
                "advocacy/position/show",
                new PositionPage(
                        PositionPage.url(id),
                        it.title(),
                        it.state().tone(),
                        t.say(it.state().key()),
                        detail(it, t),
                        PositionPage.facts(it, forms.citedPage(it), t),
                        people.organisationNames(positions.findSignatories(id)).values().stream()
                                .map(each -> new Option(PartyUrls.of(each.id()), each.name()))
                                .toList(),
                        positions.findTexts(id),
                        it.url(),
                        edits && !published,
                        edits
                                        && it.state() == PositionState.DRAFT
                                        && !it.writtenBy()
                                                .equals(CurrentActor.get().id())
                                ? reading
                                : null,
                        edits && it.state() == PositionState.READ,
                        edits && published,
                        edits && it.state() != PositionState.DRAFT,
                        looks.find("advocacy.position", id.value(), t)));
    }

    @GetMapping("/new")
    ModelAndView open(Form asked, Words t) {
        return formPage(forms.begin(asked.value("from"), settings.today(), t), null, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(forms.tellUse(form, PositionPage.url(positions.create(forms.find(input)))))
                        .withNotice("position.saved"),
                () -> formPage(form, null, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PositionId id, Words t) {
        Position it = positions.findById(id);
        return formPage(PositionForm.open(it, positions.findTexts(id), positions.findSignatories(id)), it, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PositionId id, Form form, Words t) {
        return form.submit(
                forms::read,
                input -> {
                    positions.update(id, input.version(), forms.find(input));
                    return SeeOther.to(PositionPage.url(id)).withNotice("position.saved");
                },
                () -> formPage(form, positions.findById(id), t));
    }

    private ModelAndView formPage(Form form, @Nullable Position it, Words t) {
        String url = it == null ? PositionPage.LIST : PositionPage.url(it.id());
        return PageView.of(
                "advocacy/position/form",
                new PositionFormPage(
                        form,
                        it == null ? "position.new" : "position.edit",
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        it == null ? null : it.title(),
                        PositionForm.countries(t),
                        forms.decisions(form, t),
                        forms.lines(form),
                        chooser.organisations(form, PositionForm.SIGNATORIES, PositionForm.MOST_SIGNATORIES, List.of()),
                        forms.languages().codes()));
    }

    @PostMapping("/{id}/read")
    ModelAndView read(@PathVariable PositionId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(PositionForm.READ_ON),
                on -> {
                    positions.read(id, on);
                    return SeeOther.to(PositionPage.url(id)).withNotice("position.read.done");
                },
                () -> page(id, form, t));
    }

    @GetMapping("/{id}/publish")
    ModelAndView publish(@PathVariable PositionId id) {
        return publicationPage(Form.blank().with(PositionForm.ON.name(), settings.today()), id);
    }

    @PostMapping("/{id}/publish")
    ModelAndView publish(@PathVariable PositionId id, Form form) {
        return form.submit(
                PositionForm::readPublication,
                publication -> {
                    positions.publish(id, publication);
                    return SeeOther.to(PositionPage.url(id))
                            .withNotice("position.published.done")
                            .withUndo(PositionPage.url(id) + "/take-back");
                },
                () -> publicationPage(form, id));
    }

    private ModelAndView publicationPage(Form form, PositionId id) {
        return PageView.of(
                "advocacy/position/publish",
                new PublicationPage(
                        form, PositionPage.url(id), positions.findById(id).title()));
    }

    @PostMapping("/{id}/take-back")
    ModelAndView takeBack(@PathVariable PositionId id) {
        return SeeOther.to(PositionPage.url(id)).withNotice("position.taken-back", positions.takeBack(id));
    }

    @PostMapping("/{id}/newsletter")
    ModelAndView handOver(@PathVariable PositionId id, Form form, Words t) {
        return form.submit(
                answers -> answers.text("language", 2),
                language -> SeeOther.to(positions.handOver(id, language)).withNotice("position.handed-over"),
                () -> page(id, Form.blank().with(PositionForm.READ_ON.name(), settings.today()), t));
    }

    @Requires(PositionPermissions.READ)
    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, positions::findPage, (rows, frame) -> listPage(rows, frame, t));
    }

    private static PositionListPage listPage(List<Position> rows, ListFrame frame, Words t) {
        return new PositionListPage(
                frame,
                Arrays.stream(PositionKind.values())
                        .map(each -> Option.of(each, t.say(each.key())))
                        .toList(),
                PositionForm.countries(t),
                rows.stream()
                        .map(row -> new PositionItem(
                                PositionPage.url(row.id()),
                                row.title(),
                                detail(row, t),
                                row.state().tone(),
                                t.say(row.state().key())))
                        .toList(),
                CurrentActor.get().may(PositionPermissions.EDIT));
    }

    static String detail(Position row, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say(row.kind().key()));
        detail.add(row.theme());
        if (row.country() != null) {
            detail.add(new Country(row.country()).name(t));
        }
        detail.add(t.date(row.publishedOn() == null ? row.writtenOn() : row.publishedOn()));
        return String.join(" · ", detail);
    }

    @Bean
    static MenuEntry positionMenuEntry() {
        return MenuEntry.of("position.menu", PositionPage.LIST).requiring(PositionPermissions.READ);
    }

    @Bean
    static AddButtonEntry positionEntry() {
        return AddButtonEntry.of(100, "position.add", PositionPage.LIST + "/new", PositionPermissions.EDIT)
                .firstUnder(PositionPage.LIST);
    }

    /** Positions in the global search. */
    @Bean
    static SearchSource positionSearch(PositionService positions) {
        return new SearchSource(
                "position.menu",
                59,
                PositionPermissions.READ,
                "advocacy.position",
                PositionPage.LIST,
                (query, limit, t) -> positions.findFirst(new PositionFilter(query, null, null), limit).stream()
                        .map(row -> new SearchHit(row.title(), detail(row, t), PositionPage.url(row.id())))
                        .toList());
    }

    /** Positions in dossiers. */
    @Bean
    static ThemeSection positionsOfTheme() {
        return new ThemeSection(
                10,
                PositionPermissions.READ,
                "position.menu",
                PositionPage.LIST,
                """
                        SELECT id, title, kind, NULL::text AS detail, published_on AS day
                        FROM advocacy.position WHERE search_form LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        PositionPage.url(new PositionId(row.id())), row.title(), row.kindIn("position.kind.", t)));
    }
}
