package org.convergence.directory.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonListQueries;
import org.convergence.directory.people.domain.PersonListQueries.PersonFilter;
import org.convergence.directory.people.domain.PersonListQueries.PersonLine;
import org.convergence.directory.people.web.PersonListPage.PersonListPaperPage;
import org.convergence.directory.people.web.PersonListPage.PersonListRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of people, as a page, as a file and on paper. */
@Controller
@RequestMapping("/directory/people/persons")
@Requires(PeoplePermissions.READ_PEOPLE)
class PersonListController {

    /** Their titles are those that the import recognises. */
    private static final List<ListColumn<PersonLine>> IN_FILES = List.of(
            ListColumn.of("people.column.given-name", line -> line.facts().givenName()),
            ListColumn.of("people.column.family-name", line -> line.facts().familyName()),
            ListColumn.of("people.column.display-form", line -> line.facts().displayForm()),
            ListColumn.of("people.column.pronoun", line -> line.facts().pronoun()),
            ListColumn.formatted(
                    "people.column.languages",
                    (line, t) -> line.facts().languages().stream()
                            .map(t::languageName)
                            .collect(Collectors.joining("; "))),
            ListColumn.of("people.column.functions", PersonLine::functions),
            contacts("people.column.mail", ContactChannel.MAIL, ContactSphere.PROFESSIONAL),
            contacts("people.column.phone", ContactChannel.PHONE, ContactSphere.PROFESSIONAL),
            contacts("people.column.personal-mail", ContactChannel.MAIL, ContactSphere.PERSONAL),
            contacts("people.column.personal-phone", ContactChannel.PHONE, ContactSphere.PERSONAL),
            ListColumn.of("people.column.note", line -> line.facts().note()));

    private static final List<ListColumn<PersonLine>> ON_PAGE = List.of(
            ListColumn.<PersonLine>of("people.column.name", line -> line.name().name())
                    .sortedBy("name"),
            ListColumn.of("people.column.functions", PersonLine::functions),
            ListColumn.of("people.column.mail", line -> line.first(ContactChannel.MAIL)),
            ListColumn.of("people.column.phone", line -> line.first(ContactChannel.PHONE)));

    private final PersonListQueries personListQueries;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final ListView<PersonFilter, PersonLine> view;

    PersonListController(PersonListQueries personListQueries, PeopleDirectory people, OrganisationSettings settings) {
        this.personListQueries = personListQueries;
        this.people = people;
        this.settings = settings;
        this.view = new ListView<>(
                PersonListPage.LIST,
                "directory/people/persons",
                "people.persons.count",
                FormFields.of(
                        PersonListPage.WORDS.from(PersonFilter::typed).inSight(),
                        PersonListPage.ORGANISATION
                                .formattedBy((id, t) -> t.say("people.filter.at", organisation(id)))
                                .from(PersonFilter::organisation),
                        PersonListPage.TITLE.from(PersonFilter::title).inSight(),
                        PersonListPage.LANGUAGE.from(PersonFilter::language).inSight()),
                PersonListPage::filter,
                IN_FILES);
    }

    @Bean
    static AddButtonEntry personAddEntry() {
        return AddButtonEntry.of(40, "people.person.add", PersonListPage.LIST + "/new", PeoplePermissions.EDIT)
                .firstUnder(PersonListPage.LIST);
    }

    @GetMapping
    ModelAndView persons(Form form, Words t) {
        return view.page(form, t, personListQueries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    @GetMapping("/export.{format}")
    void persons(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        view.export(
                format,
                t.say("people.persons"),
                settings.today(),
                form,
                t,
                (filter, name) -> personListQueries.takeOut(filter, form.value("sort"), name),
                response);
    }

    @GetMapping("/print")
    ModelAndView personsOnPaper(Form form, Words t) {
        var lines = personListQueries.takeOut(form.read(PersonListPage::filter), form.value("sort"), "PAPER");
        return PageView.of(
                "directory/people/paper",
                PersonListPaperPage.of(view, t.say("people.persons"), form, ON_PAGE, lines, t));
    }

    private PersonListPage page(List<PersonLine> rows, ListFrame frame, Words t) {
        List<Option> languages = personListQueries.findLanguages().stream()
                .map(code -> new Option(code, t.capital(t.languageName(code))))
                .toList();
        List<PersonLine> near = OrganisationListController.offersSimilar(frame, rows.size())
                ? personListQueries.findSimilar(frame.form().read(PersonListPage::filter))
                : List.of();
        return new PersonListPage(
                frame,
                frame.heads(ON_PAGE, t),
                languages,
                rows.stream().map(PersonListController::row).toList(),
                near.stream().map(PersonListController::row).toList(),
                OrganisationListController.tabs(false, t),
                CurrentActor.get().may(PeoplePermissions.EDIT));
    }

    private String organisation(String id) {
        List<OrganisationId> ids =
                TextParser.id(id.strip()).map(OrganisationId::new).stream().toList();
        return people.organisationNames(ids).values().stream()
                .findFirst()
                .map(OrganisationName::brief)
                .orElse("–");
    }

    private static PersonListRow row(PersonLine line) {
        return new PersonListRow(
                PersonPageAssembler.url(line.name().id()),
                line.name().name(),
                Objects.requireNonNullElse(line.functions(), ""),
                line.first(ContactChannel.MAIL),
                line.first(ContactChannel.PHONE));
    }

    private static ListColumn<PersonLine> contacts(String label, ContactChannel channel, ContactSphere sphere) {
        return ListColumn.of(
                label, line -> DirectoryFormatter.contacts(line.facts().contactPoints(), channel, sphere));
    }
}
