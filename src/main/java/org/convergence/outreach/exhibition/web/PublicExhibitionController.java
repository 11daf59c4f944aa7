package org.convergence.outreach.exhibition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ConsentScope;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureText;
import org.convergence.outreach.exhibition.domain.PictureQueries;
import org.convergence.outreach.exhibition.domain.PictureQueries.PictureFile;
import org.convergence.outreach.exhibition.web.PicturePage.GonePicturePage;
import org.convergence.outreach.exhibition.web.PicturePage.PublicExhibitionPage;
import org.convergence.outreach.exhibition.web.PicturePage.PublicPicturePage;
import org.convergence.outreach.exhibition.web.PicturePage.ShownPicture;
import org.convergence.platform.access.Open;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** An exhibition online: a page for each photograph; one that is withdrawn or expired answers 410 (R-EDU-9). */
@Controller
@RequestMapping("/public/exhibition/{id}")
@Open("photographs shown to anyone, as long as their consent lasts")
record PublicExhibitionController(PictureQueries queries) {

    private static final String SANDBOX = "default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'";

    @GetMapping
    ModelAndView show(@PathVariable ExhibitionId id, PublicVisit visit) {
        return page("outreach/exhibition/public-exhibition", "", each -> true, id, visit);
    }

    /** The photographs whose consent allows panels, on one page each, to print. */
    @GetMapping("/panels")
    ModelAndView panels(@PathVariable ExhibitionId id, PublicVisit visit) {
        return page("outreach/exhibition/public-panels", "/panels", PublicExhibitionController::isForPanels, id, visit);
    }

    private static boolean isForPanels(ExhibitionPicture picture) {
        return picture.consentScope() != ConsentScope.ONLINE;
    }

    private ModelAndView page(
            String view, String path, Predicate<ExhibitionPicture> shown, ExhibitionId id, PublicVisit visit) {
        Words t = visit.words();
        String title = queries.findTitle(id);
        List<ExhibitionPicture> all = queries.findShown(id);
        return PageView.of(
                view,
                new PublicExhibitionPage(
                        t,
                        title,
                        url(id) + path,
                        all.stream().anyMatch(PublicExhibitionController::isForPanels)
                                ? url(id) + "/panels?in=" + t.language().code()
                                : null,
                        visit.otherOptions(t),
                        all.stream().filter(shown).map(each -> picture(each, t)).toList()));
    }

    private static String url(ExhibitionId id) {
        return PicturePage.PUBLIC + "/" + id.value();
    }

    private static ShownPicture picture(ExhibitionPicture it, Words t) {
        String asked = t.language().code();
        PictureText text = it.textIn(asked);
        String url = url(it.exhibition()) + "/" + it.number();
        return new ShownPicture(
                it.number(),
                url + "?in=" + asked,
                url + "/image",
                text.title(),
                text.alternative(),
                text.caption(),
                t.say("public.exhibition.credit", it.credit()),
                text.language().equals(asked) ? null : text.language());
    }

    @GetMapping("/{number}")
    ModelAndView picture(@PathVariable ExhibitionId id, @PathVariable int number, PublicVisit visit) {
        Words t = visit.words();
        String title = queries.findTitle(id);
        String home = url(id) + "?in=" + t.language().code();
        Optional<ExhibitionPicture> found = queries.findShown(id, number).picture();
        if (found.isEmpty()) {
            ModelAndView gone = PageView.of("outreach/exhibition/public-gone", new GonePicturePage(t, title, home));
            gone.setStatus(HttpStatus.GONE);
            return gone;
        }
        List<ShownPicture> all =
                queries.findShown(id).stream().map(each -> picture(each, t)).toList();
        return PageView.of(
                "outreach/exhibition/public-picture",
                new PublicPicturePage(
                        t,
                        title,
                        home,
                        url(id) + "/" + number,
                        visit.otherOptions(t),
                        picture(found.get(), t),
                        all.stream()
                                .filter(each -> each.number() < number)
                                .reduce((first, second) -> second)
                                .orElse(null),
                        all.stream()
                                .filter(each -> each.number() > number)
                                .findFirst()
                                .orElse(null)));
    }

    /** Never stored by browsers and caches, so that a withdrawal takes effect at once. */
    @GetMapping("/{number}/image")
    void image(@PathVariable ExhibitionId id, @PathVariable int number, HttpServletResponse response)
            throws IOException {
        Optional<PictureFile> found = queries.findFile(id, number);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, noarchive, noimageindex");
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return;
        }
        PictureFile file = found.get();
        response.setHeader(HttpHeaders.CONTENT_TYPE, file.mediaType());
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLengthLong(file.content().length());
        try {
            file.content().transferTo(response.getOutputStream());
        } catch (IOException e) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
        }
    }
}
