package org.convergence.outreach.media.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaContactService;
import org.convergence.outreach.media.domain.MediaFeedService;
import org.convergence.outreach.media.domain.MediaQueries;
import org.convergence.outreach.media.domain.MediaQueries.MediaContact;
import org.convergence.outreach.media.domain.MediaQueries.MediaContactId;
import org.convergence.outreach.media.domain.MediaRelease;
import org.convergence.outreach.media.domain.MediaRequest;
import org.convergence.outreach.media.domain.MediaService;
import org.convergence.outreach.media.domain.MediaService.MediaPickup;
import org.convergence.outreach.media.domain.MediaService.MediaPickupId;
import org.convergence.outreach.media.web.MediaContactForm.ContactInput;
import org.convergence.outreach.media.web.MediaForm.PickupInput;
import org.convergence.outreach.media.web.MediaPage.MediaContactsPage;
import org.convergence.outreach.media.web.MediaPage.MediaFormPage;
import org.convergence.outreach.media.web.MediaPage.MediaOverview;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of the press, press contacts and pick-up. */
@Controller
@RequestMapping("/outreach/media")
@Requires(MediaPermissions.EDIT)
record MediaController(
        MediaQueries queries,
        MediaService service,
        MediaFeedService feeds,
        MediaForm forms,
        MediaContactForm contactForms,
        DocumentService documents,
        MediaContactService contacts,
        OrganisationSettings settings,
        Clock clock) {

    @Bean
    static MenuEntry mediaMenuEntry() {
        return MenuEntry.of("media.menu", MediaPage.PATH).requiring(MediaPermissions.READ);
    }

    /** Public releases as texts. */
    @Bean
    static TextSource releaseTexts() {
        return TextSource.of("outreach.media", MediaPermissions.READ, """
                SELECT w.title, w.body, '/public/press/' || r.id AS url, NULL::date AS until,
                       NULL AS country, r.action AS line, '/outreach/media/releases/' || r.id AS page
                FROM outreach.media_release r
                JOIN LATERAL (VALUES ('fr', r.title_fr, r.body_fr), ('en', r.title_en, r.body_en), ('es', r.title_es, r.body_es))
                     w (language, title, body) ON w.language = r.language
                WHERE r.id = :id AND r.issued_at IS NOT NULL AND (r.embargo_until IS NULL OR r.embargo_until <= :now)
                """).at("/outreach/media/releases/");
    }

    @Bean
    static AddButtonEntry mediaRequestEntry() {
        return AddButtonEntry.of(100, "media.request.add", MediaPage.PATH + "/requests/new", MediaPermissions.EDIT)
                .firstUnder(MediaPage.PATH);
    }

    @GetMapping
    @Requires(MediaPermissions.READ)
    ModelAndView show() {
        return PageView.of(
                "outreach/media/show",
                new MediaOverview(
                        queries.findRequests(),
                        queries.findReleases(),
                        queries.findPickups(),
                        queries.findPostMonths(),
                        mayEdit() ? feeds.find().orElse(null) : null,
                        clock.instant(),
                        mayEdit()));
    }

    static boolean mayEdit() {
        return CurrentActor.get().may(MediaPermissions.EDIT);
    }

    @GetMapping("/contacts")
    ModelAndView contacts(Form form, Words t) {
        String country = form.value("country");
        List<MediaContact> found = queries.findContacts(form.value("theme"), country.isBlank() ? null : country);
        return PageView.of(
                "outreach/media/contacts",
                new MediaContactsPage(form, MediaForm.countries(t), found, contacts.findSilent(found), t));
    }

    @GetMapping("/contacts/new")
    ModelAndView addContact() {
        return contactForm(null, Form.blank());
    }

    @PostMapping("/contacts/new")
    ModelAndView addContact(Form form) {
        return saveContact(null, form);
    }

    @GetMapping("/contacts/{id}/edit")
    ModelAndView editContact(@PathVariable MediaContactId id, Words t) {
        return contactForm(id, forms.open(queries.findContact(id), t));
    }

    @PostMapping("/contacts/{id}/edit")
    ModelAndView editContact(@PathVariable MediaContactId id, Form form) {
        queries.findContact(id);
        return saveContact(id, form);
    }

    private ModelAndView saveContact(@Nullable MediaContactId id, Form form) {
        return form.submit(
                answers -> {
                    ContactInput input = contactForms.readContact(answers);
                    int version = answers.version();
                    return saving(id, version, input);
                },
                saving -> saving.run(),
                SeeOther.to(MediaPage.PATH + "/contacts").withNotice("media.saved"),
                () -> contactForm(id, form));
    }

    private Runnable saving(@Nullable MediaContactId id, int version, ContactInput input) {
        return () -> contacts.save(
                id,
                version,
                new PersonId(Objects.requireNonNull(input.person())),
                input.outlet(),
                input.themes(),
                input.countries(),
                input.note(),
                input.publishedAt());
    }

    private ModelAndView contactForm(@Nullable MediaContactId id, Form form) {
        return form(
                "contact",
                MediaPage.PATH + "/contacts/" + (id == null ? "new" : id.value() + "/edit"),
                MediaPage.PATH + "/contacts",
                form,
                Map.of());
    }

    private ModelAndView form(String kind, String action, String cancel, Form form, Map<String, List<Option>> options) {
        return PageView.of(
                "outreach/media/form",
                new MediaFormPage(
                        kind,
                        action,
                        cancel,
                        form,
                        Map.of(
                                MediaForm.PERSON,
                                forms.person(form, MediaForm.PERSON),
                                MediaForm.OUTLET,
                                forms.outlet(form)),
                        options));
    }

    @PostMapping("/contacts/{id}/remove")
    ModelAndView removeContact(@PathVariable MediaContactId id) {
        contacts.remove(id);
        return SeeOther.to(MediaPage.PATH + "/contacts").withNotice("media.contact.removed");
    }

    /** A new pick-up, of a {@code request} or a {@code release}. */
    @GetMapping("/pickups/new")
    ModelAndView addPickup(Form asked) {
        UUID request = asked.read(answers -> answers.optionalId("request"));
        UUID release = asked.read(answers -> answers.optionalId("release"));
        return pickupForm(
                null,
                Form.blank()
                        .with(MediaForm.SEEN_ON.name(), settings.today())
                        .with("request", request)
                        .with("release", release));
    }

    @PostMapping("/pickups/new")
    ModelAndView addPickup(Form form, Words t) {
        return form.submit(
                answers -> forms.readPickup(null, answers),
                (PickupInput input) -> {
                    MediaPickupId id = savePickup(null, input);
                    return SeeOther.to(MediaPage.PATH)
                            .withNotice("media.pickup.saved")
                            .withUndo(MediaPage.PATH + "/pickups/" + id.value() + "/remove");
                },
                () -> pickupForm(null, form));
    }

    @GetMapping("/pickups/{id}/edit")
    ModelAndView editPickup(@PathVariable MediaPickupId id) {
        return pickupForm(id, forms.open(queries.findPickup(id)));
    }

    @PostMapping("/pickups/{id}/edit")
    ModelAndView editPickup(@PathVariable MediaPickupId id, Form form) {
        queries.findPickup(id);
        return form.submit(
                answers -> forms.readPickup(id, answers),
                input -> {
                    savePickup(id, input);
                    return SeeOther.to(MediaPage.PATH).withNotice("media.saved");
                },
                () -> pickupForm(id, form));
    }

    private MediaPickupId savePickup(@Nullable MediaPickupId id, PickupInput input) {
        MultipartFile file = input.clipping();
        if (file == null) {
            return service.savePickup(id, input.version(), input.facts(), null);
        }
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            return service.savePickup(id, input.version(), input.facts(), prepared);
        }
    }

    private ModelAndView pickupForm(@Nullable MediaPickupId id, Form form) {
        return form(
                "pickup",
                MediaPage.PATH + "/pickups/" + (id == null ? "new" : id.value() + "/edit"),
                MediaPage.PATH,
                form,
                Map.of(
                        "request",
                        queries.findRequests().stream()
                                .map((MediaRequest each) -> Option.of(each.id(), each.about()))
                                .toList(),
                        "release",
                        queries.findReleases().stream()
                                .map((MediaRelease each) -> Option.of(each.id(), each.title()))
                                .toList(),
                        "action",
                        forms.lines(form)));
    }

    /** The realisation of a pick-up. */
    @GetMapping("/pickups/{id}")
    ModelAndView showPickup(@PathVariable MediaPickupId id) {
        MediaPickup pickup = queries.findPickup(id);
        return SeeOther.to(service.findRealisation(pickup.id())
                .map(realisation -> "/plan/realisation/" + realisation.value())
                .orElse(MediaPage.PATH));
    }

    @PostMapping("/pickups/{id}/remove")
    ModelAndView removePickup(@PathVariable MediaPickupId id) {
        service.removePickup(id);
        return SeeOther.to(MediaPage.PATH).withNotice("media.pickup.removed");
    }
}
