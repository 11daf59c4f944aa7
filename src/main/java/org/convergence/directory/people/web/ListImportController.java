package org.convergence.directory.people.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint.Channel;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.imports.Known;
import org.convergence.directory.people.domain.imports.ListKind;
import org.convergence.directory.people.domain.imports.ListSaying;
import org.convergence.directory.people.domain.imports.Manner;
import org.convergence.directory.people.domain.imports.Subject;
import org.convergence.directory.people.domain.imports.Thing;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Made;
import org.convergence.platform.imports.web.ImportDesk;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportRoutes;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports of organisations and people; the page of columns also asks how to treat known records. */
@Controller
@RequestMapping(ListImportController.LIST)
@Requires(PeoplePermissions.IMPORT)
class ListImportController extends ImportRoutes {

    static final String LIST = "/directory/people/imports";

    private final List<ListKind> kinds;
    private final ListSaying saying;

    ListImportController(ImportDesk desk, List<ListKind> kinds, ListSaying saying) {
        super(LIST, desk, kinds);
        this.kinds = kinds;
        this.saying = saying;
    }

    @Override
    protected ImportKind chosen(Answers answers) {
        Subject subject = answers.choice("subject", Subject.class);
        return kinds.stream()
                .filter(kind -> kind.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected List<Option> subjects(Words t) {
        return Arrays.stream(Subject.values())
                .map(subject -> Option.of(subject, t.say(subject.key())))
                .toList();
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        form.with("known", file.choices().as(Manner.class).known());
    }

    @Override
    protected Json choices(ImportFile file, Form form, Answers answers) {
        return Json.of(file.choices().as(Manner.class).with(answers.choice("known", Known.class)));
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        return Page.of("directory/people/imports", page);
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        List<Option> known = Arrays.stream(Known.values())
                .map(each -> Option.of(each, t.say("people.import.known." + each.name())))
                .toList();
        return Page.of("directory/people/import", new ListImportPage(page, known));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        Map<Integer, String> details = new HashMap<>();
        if (file.kind().name().equals(Subject.PERSONS.key())) {
            saying.said(rows).forEach((line, facts) -> details.put(line, reached(facts)));
        }
        return details;
    }

    @Override
    protected Map<Integer, List<ImportPage.Alike>> alike(ImportFile file, List<ImportRow> rows, Words t) {
        Map<Integer, List<ImportPage.Alike>> alike = new HashMap<>();
        if (file.kind().name().equals(Subject.PERSONS.key())) {
            saying.alike(rows)
                    .forEach((line, known) -> alike.put(
                            line,
                            known.stream()
                                    .map(each -> new ImportPage.Alike(
                                            each.name().name(),
                                            joined(reached(each.facts()), each.functions()),
                                            PersonPages.url(each.name().id())))
                                    .toList()));
        }
        return alike;
    }

    private static String reached(PersonFacts facts) {
        return joined(facts.first(Channel.MAIL), facts.first(Channel.PHONE));
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    @Override
    protected @Nullable String place(Made made) {
        return switch (Thing.valueOf(made.thing())) {
            case ORGANISATION -> OrganisationsAsked.LIST + "/" + made.id();
            case PERSON -> PersonsAsked.LIST + "/" + made.id();
            case AFFILIATION, FUNCTION -> null;
        };
    }
}
