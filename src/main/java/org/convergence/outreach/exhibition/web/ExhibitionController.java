package org.convergence.outreach.exhibition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.outreach.exhibition.domain.Exhibition;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingState;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionBooking;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.ExhibitionPolicy;
import org.convergence.outreach.exhibition.domain.ExhibitionQueries;
import org.convergence.outreach.exhibition.domain.ExhibitionService;
import org.convergence.outreach.exhibition.web.ExhibitionPage.CircuitStop;
import org.convergence.outreach.exhibition.web.ExhibitionPage.ExhibitionFormPage;
import org.convergence.outreach.exhibition.web.ExhibitionPage.ExhibitionListPage;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.MenuEntry;
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

/** The list of exhibitions, one with its circuit, its form, and new bookings. */
@Controller
@RequestMapping("/outreach/exhibition")
@Requires(ExhibitionPermissions.READ)
record ExhibitionController(
        ExhibitionQueries queries, ExhibitionService exhibitions, ExhibitionForm forms, OrganisationSettings settings) {

    private static final List<ListColumn<ExhibitionBooking>> COLUMNS = List.of(
            ListColumn.of("exhibition.field.opens", row -> row.open().from()),
            ListColumn.of("exhibition.field.closes", row -> row.open().to()),
            ListColumn.of("exhibition.field.host", ExhibitionBooking::hostName),
            ListColumn.of("exhibition.field.city", ExhibitionBooking::city),
            ListColumn.of("exhibition.field.place", ExhibitionBooking::place),
            ListColumn.of("exhibition.field.region", row -> ExhibitionRegions.name(row.region())),
            ListColumn.of("exhibition.fact.held-from", row -> row.held().from()),
            ListColumn.of("exhibition.fact.held-to", row -> row.held().to()),
            ListColumn.formatted(
                    "exhibition.fact.state", (row, t) -> t.say(row.state().key())),
            ListColumn.of("exhibition.fact.contract", ExhibitionBooking::contractOn),
            ListColumn.of("exhibition.fact.people", ExhibitionBooking::people));

    @Bean
    static MenuEntry exhibitionMenuEntry() {
        return MenuEntry.of("exhibition.menu", ExhibitionPage.LIST).requiring(ExhibitionPermissions.READ);
    }

    /** Exhibitions in dossiers, by their title and the words of their photographs, with the day since when they are online. */
    @Bean
    static ThemeSection exhibitionsOfTheme() {
        return new ThemeSection(
                45,
                ExhibitionPermissions.READ,
                "exhibition.menu",
                ExhibitionPage.LIST,
                """
                        SELECT e.id, e.title, CASE WHEN e.online_since IS NULL THEN 'off' ELSE 'on' END AS kind,
                               e.panels::text AS detail, e.online_since AS day
                        FROM outreach.exhibition e
                        WHERE ' ' || platform.fold(e.title || ' ' || coalesce((
                                  SELECT string_agg(concat_ws(' ', t.title, t.alternative, t.caption), ' ')
                                  FROM outreach.exhibition_picture p JOIN outreach.exhibition_picture_text t ON t.picture = p.id
                                  WHERE p.exhibition = e.id AND p.withdrawn_on IS NULL), '')) LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        ExhibitionPage.url(new ExhibitionId(row.id())),
                        row.title(),
                        row.kindIn("exhibition.theme.", t)));
    }

    @GetMapping
    ModelAndView list() {
        return PageView.of(
                "outreach/exhibition/list",
                new ExhibitionListPage(queries.findAll(), CurrentActor.get().may(ExhibitionPermissions.EDIT)));
    }

    @GetMapping({"/new", "/{id}/edit"})
    @Requires(ExhibitionPermissions.EDIT)
    ModelAndView edit(@PathVariable(required = false) @Nullable ExhibitionId id) {
        Exhibition exhibition = id == null ? null : queries.findById(id);
        Form form = exhibition == null ? blank() : ExhibitionForm.open(exhibition);
        return formPage(id == null ? "new" : "edit", exhibition, form, forms.responsible(form));
    }

    private static Form blank() {
        return Form.blank()
                .with(ExhibitionForm.DISMOUNT.name(), 1)
                .with(ExhibitionForm.TRANSPORT.name(), 2)
                .with(ExhibitionForm.MOUNT.name(), 1)
                .with(ExhibitionForm.RESPONSIBLE, CurrentActor.get().personId());
    }

    @PostMapping({"/new", "/{id}/edit"})
    @Requires(ExhibitionPermissions.EDIT)
    ModelAndView save(@PathVariable(required = false) @Nullable ExhibitionId id, Form form) {
        Exhibition exhibition = id == null ? null : queries.findById(id);
        return form.submit(
                forms::read,
                facts -> SeeOther.to(ExhibitionPage.url(exhibitions.save(id, form.read(FormValues::version), facts)))
                        .withNotice("exhibition.saved"),
                () -> formPage(id == null ? "new" : "edit", exhibition, form, forms.responsible(form)));
    }

    private ModelAndView formPage(String step, @Nullable Exhibition exhibition, Form form, ChooserField chooser) {
        return PageView.of(
                "outreach/exhibition/form",
                new ExhibitionFormPage(step, exhibition, null, form, forms.actions(form), chooser));
    }

    @GetMapping("/{id}/bookings/new")
    @Requires(ExhibitionPermissions.EDIT)
    ModelAndView book(@PathVariable ExhibitionId id, Form asked) {
        String opens = ExhibitionForm.OPENS.name();
        Form form = Form.blank().with(opens, asked.value(opens));
        return formPage("bookings/new", queries.findById(id), form, forms.host(form));
    }

    @PostMapping("/{id}/bookings/new")
    @Requires(ExhibitionPermissions.EDIT)
    ModelAndView takeBooking(@PathVariable ExhibitionId id, Form form) {
        return form.submit(
                forms::readBooking,
                facts -> SeeOther.to(ExhibitionPage.url(exhibitions.book(id, facts)))
                        .withNotice("exhibition.booked"),
                () -> formPage("bookings/new", queries.findById(id), form, forms.host(form)));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable ExhibitionId id, Words t) {
        Exhibition exhibition = queries.findById(id);
        List<ExhibitionBooking> bookings = queries.findBookings(id);
        List<ExhibitionBooking> shown = bookings.stream()
                .filter(each -> each.state() == BookingState.OUT || each.state().isBack())
                .toList();
        return PageView.of(
                "outreach/exhibition/show",
                new ExhibitionPage(
                        ExhibitionPage.url(id),
                        exhibition,
                        forms.displayName(exhibition),
                        shown.stream()
                                .filter(each -> each.state() == BookingState.DAMAGED)
                                .map(ExhibitionBooking::city)
                                .toList(),
                        circuit(exhibition, bookings),
                        bookings.stream()
                                .filter(each -> each.state().isAsking())
                                .toList(),
                        bookings.stream()
                                .filter(each -> each.state().isDropped())
                                .toList(),
                        shown.stream()
                                .collect(Collectors.groupingBy(
                                        ExhibitionBooking::city,
                                        () -> new TreeMap<>(t.order()),
                                        Collectors.counting())),
                        ExhibitionRegions.map(shown, t),
                        shown.stream()
                                .mapToInt(each -> Objects.requireNonNullElse(each.people(), 0))
                                .sum(),
                        CurrentActor.get().may(ExhibitionPermissions.EDIT)));
    }

    /** The stops in order, with the days to come on which a further one fits. */
    private List<CircuitStop> circuit(Exhibition exhibition, List<ExhibitionBooking> bookings) {
        List<ExhibitionBooking> stops =
                bookings.stream().filter(each -> each.state().isStop()).toList();
        List<CircuitStop> circuit = new ArrayList<>();
        for (ExhibitionBooking each : stops) {
            int next = circuit.size() + 1;
            DayRange after = next < stops.size() ? stops.get(next).held() : null;
            circuit.add(new CircuitStop(
                    each,
                    ExhibitionPolicy.openBetween(each.held(), after, exhibition.travel(), settings.today())
                            .orElse(null)));
        }
        return circuit;
    }

    @GetMapping("/{id}/export.{format}")
    void export(@PathVariable ExhibitionId id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        String title = queries.findById(id).title();
        ListView.write(
                format,
                t.say("exhibition.circuit").toLowerCase(Locale.ROOT) + "-" + settings.today(),
                title,
                COLUMNS,
                queries.findBookings(id).iterator(),
                t,
                response);
    }

    /**
     * What a circuit asks for: a host to answer within two weeks, a contract to sign a month before the opening, transport
     * to order two weeks before it leaves, or to cancel once its days are released, condition reports (R-EVT-11), damage to settle, people to count.
     */
    @Bean
    static DueWorkSource exhibitionDueWork() {
        return DueWorkSource.of(
                ExhibitionPermissions.READ,
                ExhibitionPermissions.EDIT,
                """
                SELECT d.kind, b.id, b.exhibition AS subject, d.due_on, d.day_kind, e.responsible AS owner, 'OURS' AS place, e.title,
                       b.city AS detail
                FROM outreach.exhibition_booking b JOIN outreach.exhibition e ON e.id = b.exhibition
                LEFT JOIN outreach.exhibition_report r ON r.booking = b.id AND r.moment = 'RETURN'
                CROSS JOIN LATERAL (VALUES
                    ('ANSWER', b.state IN ('INTEREST', 'CHECKED'), b.asked_on + 14, 'PROPOSED'),
                    ('CONTRACT', b.state = 'RESERVED', b.open_from - 30, 'PROPOSED'),
                    ('TRANSPORT', b.state IN ('RESERVED', 'CONTRACT') AND b.transport_on IS NULL,
                        b.held_from - e.travel_transport - 14, 'PROPOSED'),
                    ('TRANSPORT_OFF', b.state IN ('INTEREST', 'CHECKED', 'DECLINED', 'CANCELLED') AND b.transport_on IS NOT NULL,
                        coalesce(b.released_on, b.transport_on), 'SINCE'),
                    ('DEPARTURE', b.state = 'CONTRACT', b.held_from - e.travel_transport, 'SET'),
                    ('RETURN', b.state = 'OUT', b.held_to, 'SET'),
                    ('DAMAGE', b.state = 'DAMAGED', r.made_on, 'SINCE'),
                    ('COUNT', b.state IN ('OUT', 'RETURNED', 'DAMAGED') AND b.people IS NULL, b.open_to, 'PROPOSED')
                ) d (kind, is_due, due_on, day_kind) WHERE d.is_due
                UNION ALL
                SELECT 'CONSENT', p.id, p.exhibition, p.consent_until, 'SET', e.responsible, 'OURS', e.title, p.number::text
                FROM outreach.exhibition_picture p JOIN outreach.exhibition e ON e.id = p.exhibition
                WHERE p.withdrawn_on IS NULL AND p.consent_until IS NOT NULL
                      AND (e.online_since IS NOT NULL OR p.consent_scope <> 'ONLINE')
                """,
                (row, t) -> new DueWork(
                        "outreach.exhibition/" + row.kind() + "/" + row.id(),
                        t.say(
                                "exhibition.due." + row.kind(),
                                Objects.requireNonNull(row.detail()),
                                Objects.requireNonNull(row.title())),
                        row.kind().equals("CONSENT")
                                ? PicturePage.url(new ExhibitionId(row.subject()))
                                : ExhibitionPage.url(row.id()),
                        null));
    }

    /** Exhibitions in the global search, by title. */
    @Bean
    static SearchSource exhibitionSearch(SearchSourceFactory sources) {
        return sources.create("exhibition.menu", 47, ExhibitionPermissions.READ, "outreach.exhibition", """
                SELECT x.title, NULL AS detail, NULL::date AS day, '/outreach/exhibition/' || x.id AS url
                FROM outreach.exhibition x
                WHERE platform.fold(x.title) LIKE '%' || platform.fold(:text) || '%' ORDER BY x.title, x.id LIMIT :limit
                """);
    }
}
