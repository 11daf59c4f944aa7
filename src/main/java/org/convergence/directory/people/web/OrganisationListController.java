package org.convergence.directory.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationListQueries;
import org.convergence.directory.people.domain.OrganisationListQueries.OrganisationFilter;
import org.convergence.directory.people.domain.OrganisationListQueries.OrganisationLine;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.web.OrganisationListPage.OrganisationListRow;
import org.convergence.directory.people.web.PersonListPage.PersonListPaperPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of organisations, as a page, as a file and on paper. */
@Controller
@RequestMapping("/directory/people")
@Requires(PeoplePermissions.READ)
record OrganisationListController(
        OrganisationListQueries organisationListQueries,
        OrganisationQueries organisationQueries,
        OrganisationSettings settings) {

    private static final int FEW = 5;

    private static final String MAIL = "people.column.mail";
    private static final String PHONE = "people.column.phone";
    private static final String NOTE = "people.column.note";

    /** Their titles are those that the import recognises. */
    private static final List<ListColumn<OrganisationLine>> IN_FILES = List.of(
            ListColumn.of("people.column.name", line -> line.facts().name()),
            ListColumn.of("people.column.short-name", line -> line.facts().shortName()),
            ListColumn.of(
                    "people.column.other-names",
                    line -> String.join("; ", line.facts().otherNames())),
            ListColumn.formatted("people.column.kind", (line, t) -> DirectoryFormatter.kind(line.kind(), t)),
            ListColumn.formatted(
                    "people.column.place", (line, t) -> DirectoryFormatter.formatPlace(line.position(), t)),
            ListColumn.of("people.column.website", line -> line.facts().website()),
            ListColumn.of(
                    MAIL, line -> DirectoryFormatter.contacts(line.facts().contactPoints(), ContactChannel.MAIL, null)),
            ListColumn.of(
                    PHONE,
                    line -> DirectoryFormatter.contacts(line.facts().contactPoints(), ContactChannel.PHONE, null)),
            ListColumn.of("people.column.parents", OrganisationLine::parents),
            ListColumn.of(NOTE, line -> line.facts().note()));

    private static final List<ListColumn<OrganisationLine>> ON_PAGE = List.of(
            ListColumn.<OrganisationLine>of(
                            "people.column.name", line -> line.name().inFull())
                    .sortedBy("name"),
            ListColumn.<OrganisationLine>formatted(
                            "people.column.kind", (line, t) -> row(line, t).kind())
                    .sortedBy("kind"),
            ListColumn.<OrganisationLine>formatted(
                            "people.column.place", (line, t) -> row(line, t).place())
                    .sortedBy("place"),
            ListColumn.of("people.column.parents", OrganisationLine::parents));

    private static final ListView<OrganisationFilter, OrganisationLine> VIEW = view(IN_FILES);

    /** For readers who may not see contacts and internal notes. */
    private static final ListView<OrganisationFilter, OrganisationLine> WITHOUT_CONTACTS = view(IN_FILES.stream()
            .filter(each -> !Set.of(MAIL, PHONE, NOTE).contains(each.label()))
            .toList());

    private static ListView<OrganisationFilter, OrganisationLine> view(List<ListColumn<OrganisationLine>> inFiles) {
        return new ListView<>(
                OrganisationListPage.LIST,
                "directory/people/organisations",
                "people.organisations.count",
                FormFields.of(
                        OrganisationListPage.WORDS
                                .from(OrganisationFilter::typed)
                                .inSight(),
                        OrganisationListPage.KIND.from(OrganisationFilter::kind).inSight(),
                        OrganisationListPage.PLACE
                                .from(OrganisationFilter::place)
                                .inSight(),
                        OrganisationListPage.WITHIN
                                .from(OrganisationFilter::within)
                                .inSight()),
                OrganisationListPage::filter,
                inFiles);
    }

    @Bean
    static MenuEntry directoryMenuEntry() {
        return MenuEntry.of("people.menu", "/directory/people").requiring(PeoplePermissions.READ);
    }

    @Bean
    static AddButtonEntry organisationAddEntry() {
        return AddButtonEntry.of(
                        45, "people.organisation.add", OrganisationListPage.LIST + "/new", PeoplePermissions.EDIT)
                .firstUnder(OrganisationListPage.LIST);
    }

    @GetMapping
    ModelAndView directory() {
        return SeeOther.to(OrganisationListPage.LIST);
    }

    @GetMapping("/organisations")
    ModelAndView organisations(Form form, Words t) {
        return VIEW.page(form, t, organisationListQueries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    @GetMapping("/organisations/export.{format}")
    void organisations(@PathVariable String format, Form form, Words t, HttpServletResponse response)
            throws IOException {
        (OrganisationFacts.mayReadContacts() ? VIEW : WITHOUT_CONTACTS)
                .export(
                        format,
                        t.say("people.organisations"),
                        settings.today(),
                        form,
                        t,
                        (filter, name) -> organisationListQueries.iterateAll(filter, form.value("sort")),
                        response);
    }

    @GetMapping("/organisations/print")
    ModelAndView organisationsOnPaper(Form form, Words t) {
        var lines = organisationListQueries.iterateAll(form.read(OrganisationListPage::filter), form.value("sort"));
        return PageView.of(
                "directory/people/paper",
                PersonListPaperPage.of(VIEW, t.say("people.organisations"), form, ON_PAGE, lines, t));
    }

    private OrganisationListPage page(List<OrganisationLine> rows, ListFrame frame, Words t) {
        List<Option> places = new ArrayList<>();
        places.add(new Option("QC", t.say("people.place.quebec")));
        organisationListQueries
                .findPlaces()
                .forEach(code -> places.add(new Option(code, DirectoryFormatter.formatPlace(code, t))));
        List<Option> parents = organisationQueries.findParentOrganisations().stream()
                .map(parent -> Option.of(parent.id(), parent.brief()))
                .toList();
        List<OrganisationLine> near = offersSimilar(frame, rows.size())
                ? organisationListQueries.findSimilar(frame.form().read(OrganisationListPage::filter))
                : List.of();
        return new OrganisationListPage(
                frame,
                frame.heads(ON_PAGE, t),
                places,
                parents,
                rows.stream().map(line -> row(line, t)).toList(),
                near.stream().map(line -> row(line, t)).toList(),
                tabs(true, t),
                CurrentActor.get().may(PeoplePermissions.EDIT));
    }

    /** Whether a typed name was found so rarely that similar names are offered. */
    static boolean offersSimilar(ListFrame frame, int found) {
        Form form = frame.form();
        return found < FEW
                && frame.first() == null
                && form.filled("q")
                && form.problems().isEmpty();
    }

    private static OrganisationListRow row(OrganisationLine line, Words t) {
        return new OrganisationListRow(
                OrganisationPageAssembler.url(line.name().id()),
                line.name().name(),
                Objects.requireNonNullElse(line.name().shortName(), ""),
                line.kind() == OrganisationKind.OTHER ? "" : DirectoryFormatter.kind(line.kind(), t),
                DirectoryFormatter.formatPlace(line.position(), t),
                Objects.requireNonNullElse(line.parents(), ""));
    }

    /** The tabs of organisations and people, for readers who may see both. */
    static List<Tab> tabs(boolean organisations, Words t) {
        if (!CurrentActor.get().may(PeoplePermissions.READ_PEOPLE)) {
            return List.of();
        }
        return List.of(
                new Tab(t.say("people.organisations"), OrganisationListPage.LIST, organisations),
                new Tab(t.say("people.persons"), PersonListPage.LIST, !organisations));
    }
}
