package org.convergence.directory.protection.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.PersonalDataKind;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.Identity;
import org.convergence.directory.protection.domain.IdentityOpeningService;
import org.convergence.directory.protection.domain.NameSweepService;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.directory.protection.domain.PublicNameReview;
import org.convergence.directory.protection.web.ProtectionPage.ProtectionFormPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.PersonalPageEntry;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of protected people, and protecting a person. */
@Controller
@RequestMapping("/directory/protection")
@Requires(ProtectionPermissions.PROTECT)
record ProtectionController(
        ProtectionPageAssembler pages,
        ProtectionService protectionService,
        IdentityOpeningService identityOpeningService,
        NameSweepService sweeps,
        PublicNameReview published,
        PeopleDirectory people) {

    private static final int CODE_NAME = 30;

    private record ProtectedEntryInput(Identity identity, String codeName, List<UUID> openers) {}

    private record SealInput(int version, String codeName, List<UUID> openers) {}

    @GetMapping
    @Requires(ProtectionPermissions.READ)
    ModelAndView list(Words t) {
        return PageView.of("directory/protection/list", pages.assembleList(t));
    }

    @GetMapping("/persons/{id}")
    @Requires(ProtectionPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of("directory/protection/person", pages.assemblePerson(new PersonId(id), null, null, t));
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(null, false, ProtectionUrls.LIST + "/new", ProtectionUrls.LIST, begun());
    }

    @PostMapping("/new")
    ModelAndView enter(Form form) {
        return form.submit(
                answers -> new ProtectedEntryInput(
                        IdentityForm.read(form, answers), codeName(answers), answers.ids("openers")),
                entry -> SeeOther.to(ProtectionUrls.person(
                                protectionService.enter(entry.identity(), entry.codeName(), entry.openers())))
                        .withNotice("protection.entered"),
                () -> form(null, false, ProtectionUrls.LIST + "/new", ProtectionUrls.LIST, form));
    }

    @GetMapping("/persons/{id}/seal")
    ModelAndView seal(@PathVariable UUID id) {
        PersonId person = new PersonId(id);
        return sealing(person, begun().atVersion(protectionService.findVersion(person)));
    }

    @PostMapping("/persons/{id}/seal")
    ModelAndView seal(@PathVariable UUID id, Form form) {
        PersonId person = new PersonId(id);
        return form.submit(
                answers -> {
                    if (!answers.checkbox("understood")) {
                        form.reject("understood", "protection.understand");
                    }
                    return new SealInput(answers.version(), codeName(answers), answers.ids("openers"));
                },
                seal -> {
                    protectionService.seal(person, seal.version(), seal.codeName(), seal.openers());
                    return SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.sealed.done");
                },
                () -> sealing(person, form),
                since -> sealing(person, form.atVersion(protectionService.findVersion(person))));
    }

    @PostMapping("/persons/{id}/sweep")
    SeeOther sweepAgain(@PathVariable UUID id) {
        PersonId person = new PersonId(id);
        sweeps.retry(person);
        return SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.sweep.retried");
    }

    @PostMapping("/persons/{id}/withheld/{record}/show")
    SeeOther showAgain(@PathVariable UUID id, @PathVariable UUID record) {
        PersonId person = new PersonId(id);
        published.showAgain(person, record);
        return SeeOther.to(ProtectionUrls.person(person)).withNotice("protection.withheld.shown");
    }

    private ModelAndView sealing(PersonId person, Form form) {
        var name = people.personNames(List.of(person)).get(person);
        if (name == null) {
            throw new NotFound("person");
        }
        return form(
                name.name(),
                protectionService.hasNamesake(person),
                ProtectionUrls.person(person) + "/seal",
                PartyUrls.of(person),
                form);
    }

    private Form begun() {
        return Form.blank()
                .with("codeName", protectionService.proposeCodeName())
                .with("openers", List.of(CurrentActor.get().id()));
    }

    private static String codeName(FormValues answers) {
        return answers.text("codeName", CODE_NAME);
    }

    private ModelAndView form(@Nullable String known, boolean shared, String action, String cancel, Form form) {
        return PageView.of(
                "directory/protection/protect",
                new ProtectionFormPage(
                        known,
                        shared,
                        action,
                        cancel,
                        form,
                        ProtectionFormatter.options(identityOpeningService.findEligible())));
    }

    /** Searches for a protected person's name that did not reach their end by the next day; people are not named. */
    @Bean
    static DueWorkSource unfinishedSweepDueWork() {
        return DueWorkSource.of(
                        ProtectionPermissions.PROTECT,
                        """
                SELECT 'SWEEP' AS kind, v.person AS id, v.person AS subject, v.sealed_at::date AS due_on, 'SINCE' AS day_kind,
                       CAST(NULL AS uuid) AS owner, 'OURS' AS place, CAST(NULL AS text) AS title, CAST(NULL AS text) AS detail
                FROM directory.protection_vault v
                LEFT JOIN directory.protection_sweep s USING (person) WHERE s.finished IS NOT TRUE
                """,
                        (row, t) -> new DueWork(
                                "directory.protection_sweep/" + row.id(),
                                t.say("protection.sweep.alarm"),
                                ProtectionUrls.person(new PersonId(row.subject())),
                                null))
                .withDaysAhead(-1);
    }

    @Bean
    static AddButtonEntry protectedPersonAddEntry() {
        return AddButtonEntry.of(100, "protection.add", ProtectionUrls.LIST + "/new", ProtectionPermissions.PROTECT)
                .firstUnder(ProtectionUrls.LIST);
    }

    @Bean
    static SettingsPageEntry protectionEntry() {
        return SettingsPageEntry.of(
                17, "protection.settings", ProtectionUrls.LIST + "/settings", ProtectionPermissions.SETTLE);
    }

    @Bean
    static PersonalPageEntry whoSeesMeEntry() {
        return PersonalPageEntry.of(60, "protection.mine", ProtectionUrls.MINE, ProtectionPermissions.OWN);
    }

    @Bean
    static PersonalDataKind recordOfPerson() {
        return new PersonalDataKind(10, "protection.data.record", PeoplePermissions.READ_PEOPLE);
    }

    @Bean
    static PersonalDataKind allThatIsKnown() {
        return new PersonalDataKind(80, "protection.data.all", PeoplePermissions.DISCLOSE);
    }

    @Bean
    static PersonalDataKind workDone() {
        return new PersonalDataKind(30, "protection.data.work", PeoplePermissions.READ);
    }
}
