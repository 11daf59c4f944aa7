package org.convergence.outreach.exhibition.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingState;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ConsentScope;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ExhibitionPictureId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureFacts;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureState;
import org.convergence.outreach.exhibition.domain.ExhibitionQueries;
import org.convergence.outreach.exhibition.domain.PictureService;
import org.convergence.outreach.exhibition.web.PicturePage.PictureFormPage;
import org.convergence.outreach.exhibition.web.PicturePage.PictureRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The photographs of an exhibition: their words, their consents, what is online, what is withdrawn. */
@Controller
@RequestMapping("/outreach/exhibition/{id}/pictures")
@Requires(ExhibitionPermissions.EDIT)
record PictureController(
        PictureService service,
        ExhibitionQueries exhibitions,
        DocumentService documents,
        OrganisationSettings settings) {

    @GetMapping
    @Requires(ExhibitionPermissions.READ)
    ModelAndView list(@PathVariable ExhibitionId id, Words t) {
        LocalDate today = settings.today();
        List<ExhibitionPicture> pictures = service.findAll(id);
        return PageView.of(
                "outreach/exhibition/pictures",
                new PicturePage(
                        PicturePage.url(id),
                        exhibitions.findById(id).title(),
                        ExhibitionPage.url(id),
                        service.findOnlineSince(id)
                                .map(day -> t.say("exhibition.online.since", day))
                                .orElse(null),
                        PicturePage.PUBLIC + "/" + id.value(),
                        pictures.stream().anyMatch(each -> mayHang(each, today)) ? printsOut(id, t) : List.of(),
                        pictures.stream().map(each -> row(each, today, t)).toList(),
                        CurrentActor.get().may(ExhibitionPermissions.EDIT)));
    }

    /** Whether a photograph is gone and was allowed on panels. */
    private static boolean mayHang(ExhibitionPicture picture, LocalDate today) {
        PictureState state = picture.state(today);
        return picture.consentScope() != ConsentScope.ONLINE
                && (state == PictureState.WITHDRAWN || state == PictureState.EXPIRED);
    }

    /** Where panels are now, on which a photograph that is gone may still hang. */
    private List<String> printsOut(ExhibitionId id, Words t) {
        return exhibitions.findBookings(id).stream()
                .filter(each -> each.state() == BookingState.OUT)
                .map(each -> t.say(
                        "exhibition.online.out",
                        ExhibitionPage.name(each),
                        each.open().to()))
                .toList();
    }

    private static PictureRow row(ExhibitionPicture it, LocalDate today, Words t) {
        List<String> detail =
                new ArrayList<>(List.of(it.credit(), t.say(it.consentScope().key()), it.consent()));
        if (it.consentUntil() != null) {
            detail.add(t.say("exhibition.consent.until", it.consentUntil()));
        }
        detail.add(t.list(
                it.texts().stream().map(each -> t.languageName(each.language())).toList()));
        PictureState state = it.state(today);
        return new PictureRow(
                PicturePage.url(it.exhibition()) + "/" + it.id().value(),
                t.say(
                        "exhibition.picture.name",
                        it.number(),
                        it.textIn(t.language().code()).title()),
                String.join(" · ", detail),
                it.document() == null || it.withdrawnOn() != null
                        ? null
                        : "/platform/document/" + it.document().value() + "/thumbnail",
                state.tone(),
                t.say(state.key()),
                it.withdrawnOn() != null);
    }

    @GetMapping("/new")
    ModelAndView open(@PathVariable ExhibitionId id, Words t) {
        return formPage(
                id,
                null,
                Form.blank()
                        .with(
                                PictureForm.NUMBER.name(),
                                service.findAll(id).stream()
                                                .mapToInt(ExhibitionPicture::number)
                                                .max()
                                                .orElse(0)
                                        + 1)
                        .with(PictureForm.SCOPE.name(), ConsentScope.BOTH),
                t);
    }

    private record NewPicture(PictureFacts facts, @Nullable MultipartFile file) {}

    @PostMapping("/new")
    ModelAndView add(@PathVariable ExhibitionId id, Form form, Words t) {
        exhibitions.findById(id);
        return form.submit(
                PictureController::readNew,
                input -> {
                    try (PreparedDocument file = prepare(input.file())) {
                        service.add(id, input.facts(), file);
                    }
                    return saved(id);
                },
                () -> formPage(id, null, form, t));
    }

    private static NewPicture readNew(FormValues answers) {
        MultipartFile file = answers.file(PictureForm.FILE);
        if (file == null) {
            answers.reject(PictureForm.FILE, "shell.form.required");
        }
        return new NewPicture(PictureForm.read(answers), file);
    }

    private PreparedDocument prepare(@Nullable MultipartFile file) {
        if (file == null) {
            throw new IllegalStateException("refused before");
        }
        return documents.prepare(Upload.of(file.getOriginalFilename(), file));
    }

    @GetMapping("/{picture}")
    ModelAndView edit(@PathVariable ExhibitionId id, @PathVariable ExhibitionPictureId picture, Words t) {
        ExhibitionPicture it = service.findById(id, picture);
        return formPage(id, it, PictureForm.open(it), t);
    }

    private record PictureCorrection(int version, PictureFacts facts) {}

    @PostMapping("/{picture}")
    ModelAndView edit(@PathVariable ExhibitionId id, @PathVariable ExhibitionPictureId picture, Form form, Words t) {
        return form.submit(
                answers -> new PictureCorrection(answers.version(), PictureForm.read(answers)),
                input -> {
                    service.update(id, picture, input.version(), input.facts());
                    return saved(id);
                },
                () -> formPage(id, service.findById(id, picture), form, t));
    }

    private ModelAndView formPage(ExhibitionId id, @Nullable ExhibitionPicture it, Form form, Words t) {
        String url = PicturePage.url(id);
        return PageView.of(
                "outreach/exhibition/picture-form",
                new PictureFormPage(
                        t.say(it == null ? "exhibition.picture.new" : "exhibition.picture.edit"),
                        exhibitions.findById(id).title(),
                        it == null ? url + "/new" : url + "/" + it.id().value(),
                        url,
                        it == null,
                        form));
    }

    private static SeeOther saved(ExhibitionId id) {
        return SeeOther.to(PicturePage.url(id)).withNotice("exhibition.saved");
    }

    @PostMapping("/{picture}/withdraw")
    ModelAndView withdraw(@PathVariable ExhibitionId id, @PathVariable ExhibitionPictureId picture) {
        service.withdraw(id, picture);
        return SeeOther.to(PicturePage.url(id))
                .withNotice("exhibition.picture.gone")
                .withUndo(PicturePage.url(id) + "/" + picture.value() + "/resume");
    }

    @PostMapping("/{picture}/resume")
    ModelAndView resume(@PathVariable ExhibitionId id, @PathVariable ExhibitionPictureId picture) {
        service.resume(id, picture);
        return saved(id);
    }

    @PostMapping("/online")
    ModelAndView goOnline(@PathVariable ExhibitionId id) {
        service.setOnline(id, true);
        return SeeOther.to(PicturePage.url(id))
                .withNotice("exhibition.online.shown")
                .withUndo(PicturePage.url(id) + "/offline");
    }

    @PostMapping("/offline")
    ModelAndView goOffline(@PathVariable ExhibitionId id) {
        service.setOnline(id, false);
        return saved(id);
    }
}
