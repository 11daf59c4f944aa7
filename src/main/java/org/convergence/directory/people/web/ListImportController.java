package org.convergence.directory.people.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.imports.ListImportKind;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportedType;
import org.convergence.directory.people.domain.imports.ListImportOptions;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.convergence.directory.people.domain.imports.PersonListComparison;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.FirstStep;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports of organisations and people; the page of columns also asks how to treat known records. */
@Controller
@RequestMapping(ListImportController.LIST)
@Requires(PeoplePermissions.IMPORT)
class ListImportController extends AbstractImportController {

    static final String LIST = "/directory/people/imports";

    private final List<ListImportKind> kinds;
    private final PersonListComparison saying;

    ListImportController(ImportControllerSupport desk, List<ListImportKind> kinds, PersonListComparison saying) {
        super(LIST, desk, kinds);
        this.kinds = kinds;
        this.saying = saying;
    }

    @Override
    protected ImportKind chosen(FormValues answers) {
        ImportSubject subject = answers.choice("subject", ImportSubject.class);
        return kinds.stream()
                .filter(kind -> kind.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected List<Option> subjects(Words t) {
        return Arrays.stream(ImportSubject.values())
                .map(subject -> Option.of(subject, t.say(subject.key())))
                .toList();
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        form.with("known", file.choices().as(ListImportOptions.class).known());
    }

    @Override
    protected Json choices(ImportFile file, Form form, FormValues answers) {
        return Json.of(file.choices()
                .as(ListImportOptions.class)
                .withPolicy(answers.choice("known", ExistingRecordPolicy.class)));
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        return PageView.of("directory/people/imports", page);
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        List<Option> known = Arrays.stream(ExistingRecordPolicy.values())
                .map(each -> Option.of(each, t.say("people.import.known." + each.name())))
                .toList();
        return PageView.of("directory/people/import", new ListImportPage(page, known));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        Map<Integer, String> details = new HashMap<>();
        if (file.kind().name().equals(ImportSubject.PERSONS.key())) {
            saying.readPeople(rows).forEach((line, facts) -> details.put(line, reached(facts)));
        }
        return details;
    }

    @Override
    protected Map<Integer, List<ImportPage.SimilarRecord>> findSimilar(ImportFile file, List<ImportRow> rows, Words t) {
        Map<Integer, List<ImportPage.SimilarRecord>> alike = new HashMap<>();
        if (file.kind().name().equals(ImportSubject.PERSONS.key())) {
            saying.findSimilar(rows)
                    .forEach((line, known) -> alike.put(
                            line,
                            known.stream()
                                    .map(each -> new ImportPage.SimilarRecord(
                                            each.name().name(),
                                            joined(reached(each.facts()), each.functions()),
                                            PersonPageAssembler.url(each.name().id())))
                                    .toList()));
        }
        return alike;
    }

    private static String reached(PersonFacts facts) {
        return joined(facts.first(ContactChannel.MAIL), facts.first(ContactChannel.PHONE));
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    @Override
    protected @Nullable String recordAddress(ImportedRecord made) {
        return switch (ImportedType.valueOf(made.thing())) {
            case ORGANISATION -> OrganisationListPage.LIST + "/" + made.id();
            case PERSON -> PersonListPage.LIST + "/" + made.id();
            case AFFILIATION, FUNCTION -> null;
        };
    }

    /** The people and organisations of a list; the person of the first account is there from the start. */
    @Bean
    static FirstStep peopleStep() {
        return FirstStep.of(
                20,
                "people.step",
                PeoplePermissions.IMPORT,
                LIST,
                "SELECT (SELECT count(*) FROM (SELECT FROM directory.people_person LIMIT 2) AS few) > 1 OR EXISTS (SELECT FROM directory.people_organisation)");
    }
}
