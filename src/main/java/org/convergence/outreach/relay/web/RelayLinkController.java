package org.convergence.outreach.relay.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.outreach.relay.domain.Relay;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.KitText;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.convergence.outreach.relay.domain.RelayPictureService;
import org.convergence.outreach.relay.domain.RelayPictureService.KitPicture;
import org.convergence.outreach.relay.domain.RelayService;
import org.convergence.outreach.relay.domain.RelayService.RelayInvitation;
import org.convergence.outreach.relay.web.RelayPage.OwnRelay;
import org.convergence.outreach.relay.web.RelayPage.RelayLinkPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** An organisation answers by its link: opening the page changes nothing, its button does. */
@Controller
@RequestMapping("/outreach/relay/link/{secret}")
@Open("a link answers for one organisation")
record RelayLinkController(
        RelayService relays,
        RelayPictureService pictures,
        SourceTexts texts,
        WithheldRecords withheld,
        OrganisationSettings settings) {

    private static final String FORM = "relay";

    @Bean
    static SecretAddress relayAddress() {
        return new SecretAddress(RelayService.PATH);
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, PublicVisit visit) {
        RelayInvitation invitation = visit.open(secret, () -> relays.open(secret));
        Relay relay = invitation.relay();
        Form form = Form.blank()
                .with("answer", relay.state() == RelayState.PROPOSED ? null : relay.state())
                .with("on", relay.declaredOn())
                .with("channel", relay.channel())
                .with("url", relay.url())
                .with("circulation", relay.circulation());
        return page(secret, invitation, form, visit.words(List.of(invitation.language())), visit);
    }

    /** The picture, for a contact who lost the letter. */
    @GetMapping("/picture")
    void picture(@PathVariable String secret, PublicVisit visit, HttpServletResponse response) throws IOException {
        KitPicture picture = visit.open(secret, () -> pictures.findByLink(secret));
        FileDownload.setHeaders(response, picture.name(), picture.mediaType());
        response.setContentLengthLong(picture.content().length());
        picture.content().transferTo(response.getOutputStream());
    }

    @PostMapping
    ModelAndView answer(@PathVariable String secret, Form form, PublicVisit visit) {
        RelayInvitation invitation = visit.open(secret, () -> relays.open(secret));
        Words t = visit.words(List.of(invitation.language()));
        return visit.submit(
                FORM,
                form,
                RelayAnswerForm::read,
                answer -> {
                    relays.answer(secret, answer);
                    return SeeOther.to(
                            RelayService.PATH + secret + "?in=" + t.language().code());
                },
                () -> page(secret, invitation, form, t, visit));
    }

    private ModelAndView page(String secret, RelayInvitation invitation, Form form, Words t, PublicVisit visit) {
        Relay relay = invitation.relay();
        RelayKit kit = invitation.kit();
        KitText text = kit.textIn(t.language().code());
        String address = RelayService.PATH + secret;
        Set<UUID> unnamed = withheld.findIds();
        boolean isUnnamed = unnamed.contains(kit.id().value());
        boolean takenBack = isUnnamed || texts.isTakenBack(kit.source());
        boolean open = relay.state() != RelayState.SEEN && relay.state() != RelayState.KEPT;
        return PageView.of(
                "outreach/relay/link",
                new RelayLinkPage(
                        t,
                        settings.current().name(),
                        relay.organisationName(),
                        kit,
                        text,
                        isUnnamed ? t.say("public.relay.withheld.title") : text.title(),
                        text.language() == null ? settings.current().languages().get(0) : text.language(),
                        pictures.find(kit).isEmpty() ? null : address + "/picture",
                        kit.publishBefore() == null
                                ? null
                                : t.say("public.relay.letter.before", t.dayAndDate(kit.publishBefore())),
                        relay.state() == RelayState.PROPOSED || !form.problems().isEmpty()
                                ? null
                                : t.say("public.relay.answered." + relay.state()),
                        open,
                        takenBack,
                        address,
                        address + "?in=" + t.language().code(),
                        RelayAnswerForm.options().stream()
                                .filter(each -> !takenBack || each != RelayState.TAKEN)
                                .map(each -> Option.of(each, t.say("public.relay.answer." + each)))
                                .toList(),
                        visit.otherOptions(t),
                        visit.shield(FORM),
                        form,
                        invitation.published().stream()
                                .filter(each -> !unnamed.contains(each.kit().value()))
                                .map(each -> new OwnRelay(each.title(), RelayKitController.detail(each, t), each.url()))
                                .toList()));
    }
}
