package org.convergence.advocacy.position.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.convergence.advocacy.position.PositionId;
import org.convergence.advocacy.position.PositionKind;
import org.convergence.advocacy.position.PositionPermissions;
import org.convergence.advocacy.position.domain.Position;
import org.convergence.advocacy.position.domain.PositionQueries;
import org.convergence.advocacy.position.domain.PositionQueries.PositionFilter;
import org.convergence.advocacy.position.web.PositionPage.PositionItem;
import org.convergence.advocacy.position.web.PositionPage.PositionListPage;
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
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of positions. */
@Controller
@RequestMapping("/advocacy/position")
@Requires(PositionPermissions.READ)
class PositionListController {

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

    private final PositionQueries queries;

    PositionListController(PositionQueries queries) {
        this.queries = queries;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private static PositionListPage page(List<Position> rows, ListFrame frame, Words t) {
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
    static SearchSource positionSearch(PositionQueries queries) {
        return new SearchSource(
                "position.menu",
                59,
                PositionPermissions.READ,
                "advocacy.position",
                PositionPage.LIST,
                (query, limit, t) -> queries.findFirst(new PositionFilter(query, null, null), limit).stream()
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
