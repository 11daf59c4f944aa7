package org.convergence.resources.grant.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantApplicationService;
import org.convergence.resources.grant.domain.GrantLetter;
import org.convergence.resources.grant.domain.GrantLetter.GrantLetterFacts;
import org.convergence.resources.grant.domain.GrantLetter.GrantLetterId;
import org.convergence.resources.grant.domain.GrantLetterService;
import org.convergence.resources.grant.web.GrantLetterForm.LetterFormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The letters that partners are asked for, on their application's page. */
@Controller
@RequestMapping("/resources/grant/applications/{id}/letters")
@Requires(GrantPermissions.EDIT)
record GrantLetterController(
        GrantLetterService letters,
        GrantApplicationService applications,
        PartyChooser chooser,
        PeopleDirectory people,
        DocumentService documents,
        OrganisationSettings settings) {

    private record LetterInput(
            int version,
            ChosenParties<OrganisationId> organisation,
            String what,
            LocalDate askedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate receivedOn,
            @Nullable MultipartFile file) {}

    static String url(GrantApplicationId application) {
        return GrantApplicationPage.url(application) + "/letters";
    }

    static String url(GrantLetter letter) {
        return url(letter.application()) + "/" + letter.id().value();
    }

    /** A letter that did not come by its day; two weeks after it was asked where no day was said. */
    @Bean
    static DueWorkSource grantLetterDueWork() {
        return DueWorkSource.of(
                GrantPermissions.READ,
                GrantPermissions.EDIT,
                """
                SELECT 'LETTER' AS kind, l.id, l.application AS subject, coalesce(l.due_on, l.asked_on + 14) AS due_on,
                       CASE WHEN l.due_on IS NULL THEN 'PROPOSED' ELSE 'SET' END AS day_kind, CAST(NULL AS uuid) AS owner,
                       'OTHERS' AS place, a.title, o.name AS detail
                FROM resources.grant_letter l JOIN resources.grant_application a ON a.id = l.application
                JOIN directory.people_organisation_name o ON o.id = l.organisation
                WHERE l.received_on IS NULL AND a.state IN ('DRAFT', 'APPROVED')
                """,
                (row, t) -> new DueWork(
                        "resources.grant/letter/" + row.id(),
                        t.say("grant.letter.due", String.valueOf(row.detail())),
                        GrantApplicationPage.url(new GrantApplicationId(row.subject())),
                        row.title()));
    }

    @GetMapping("/new")
    ModelAndView add(@PathVariable GrantApplicationId id) {
        return page(id, null, Form.blank().with(GrantLetterForm.ASKED.name(), settings.today()));
    }

    @PostMapping("/new")
    ModelAndView add(@PathVariable GrantApplicationId id, Form form) {
        return submit(id, null, form);
    }

    @GetMapping("/{letter}")
    ModelAndView edit(@PathVariable GrantApplicationId id, @PathVariable GrantLetterId letter) {
        GrantLetter it = letters.findById(id, letter);
        return page(
                id,
                it,
                GrantLetterForm.FIELDS
                        .open(it)
                        .atVersion(it.version())
                        .with(GrantLetterForm.ORGANISATION, it.organisation()));
    }

    @PostMapping("/{letter}")
    ModelAndView edit(@PathVariable GrantApplicationId id, @PathVariable GrantLetterId letter, Form form) {
        return submit(id, letters.findById(id, letter), form);
    }

    private ModelAndView submit(GrantApplicationId id, @Nullable GrantLetter letter, Form form) {
        return form.submit(
                this::read,
                input -> {
                    save(id, letter, input);
                    return SeeOther.to(GrantApplicationPage.url(id)).withNotice("grant.letter.saved");
                },
                () -> page(id, letter, form));
    }

    private LetterInput read(FormValues answers) {
        ChosenParties<OrganisationId> organisation =
                chooser.chosenOrganisations(answers.form(), GrantLetterForm.ORGANISATION, 1);
        if (organisation.isEmpty() && answers.form().problem(GrantLetterForm.ORGANISATION) == null) {
            answers.reject(GrantLetterForm.ORGANISATION, "shell.form.required");
        }
        return new LetterInput(
                answers.version(),
                organisation,
                answers.get(GrantLetterForm.WHAT),
                answers.get(GrantLetterForm.ASKED),
                answers.find(GrantLetterForm.DUE),
                answers.find(GrantLetterForm.RECEIVED),
                answers.file(GrantLetterForm.FILE));
    }

    private void save(GrantApplicationId id, @Nullable GrantLetter letter, LetterInput input) {
        OrganisationId known = input.organisation().first();
        GrantLetterFacts facts = new GrantLetterFacts(
                known == null
                        ? people.findOrCreateOrganisation(
                                input.organisation().newcomers().get(0))
                        : known,
                input.what(),
                input.askedOn(),
                input.dueOn(),
                input.receivedOn());
        GrantLetterId saved = letter == null ? null : letter.id();
        MultipartFile file = input.file();
        if (file == null) {
            letters.save(id, saved, input.version(), facts, null);
            return;
        }
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            letters.save(id, saved, input.version(), facts, prepared);
        }
    }

    private ModelAndView page(GrantApplicationId id, @Nullable GrantLetter letter, Form form) {
        return PageView.of(
                "resources/grant/letter-form",
                new LetterFormPage(
                        applications.findById(id).title(),
                        GrantApplicationPage.url(id),
                        letter == null ? url(id) + "/new" : url(letter),
                        form,
                        chooser.organisations(form, GrantLetterForm.ORGANISATION, 1, List.of()),
                        documents.maxBytes(),
                        letter == null ? null : url(letter) + "/delete"));
    }

    @PostMapping("/{letter}/received")
    ModelAndView receive(@PathVariable GrantApplicationId id, @PathVariable GrantLetterId letter) {
        letters.receive(id, letter);
        return SeeOther.to(GrantApplicationPage.url(id)).withNotice("grant.letter.saved");
    }

    @PostMapping("/{letter}/delete")
    ModelAndView delete(@PathVariable GrantApplicationId id, @PathVariable GrantLetterId letter) {
        letters.delete(id, letter);
        return SeeOther.to(GrantApplicationPage.url(id)).withNotice("grant.letter.deleted");
    }
}
