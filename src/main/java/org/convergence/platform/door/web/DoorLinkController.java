package org.convergence.platform.door.web;

import java.util.UUID;
import org.convergence.platform.access.Open;
import org.convergence.platform.door.DoorLinkId;
import org.convergence.platform.door.DoorLinkService;
import org.convergence.platform.door.DoorLinkService.NewDoorLink;
import org.convergence.platform.rendering.QrCode;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A door for users who are signed in: its figures, opening it on this phone, and links for the evening. */
@Controller
@RequestMapping("/platform/door/{door}/{subject}")
@Open("each kind of door has its own permission, which is checked first")
record DoorLinkController(DoorLinkService links) {

    private static String url(String door, UUID subject) {
        return "/platform/door/" + door + "/" + subject;
    }

    @GetMapping
    ModelAndView show(@PathVariable String door, @PathVariable UUID subject, Words t) {
        return page(door, subject, Form.blank(), null, t);
    }

    private ModelAndView page(String door, UUID subject, Form form, @Nullable NewDoorLink made, Words t) {
        return PageView.of(
                "platform/door/door",
                new DoorPage(
                        url(door, subject),
                        links.findSubject(door, subject, t),
                        links.count(door, subject, t),
                        links.mayGiveLinks(door) ? links.findOpen(door, subject) : null,
                        form,
                        made,
                        made == null ? null : QrCode.of(made.url())));
    }

    /** Opens the door on this phone. */
    @PostMapping("/open")
    ModelAndView open(@PathVariable String door, @PathVariable UUID subject, Form form, Words t) {
        return form.submit(
                answers -> subject,
                id -> SeeOther.to(links.open(door, id, t).path()),
                () -> page(door, subject, form, null, t));
    }

    @PostMapping("/links")
    ModelAndView give(@PathVariable String door, @PathVariable UUID subject, Form form, Words t) {
        return form.submit(
                answers -> answers.get(DoorPage.HOLDER),
                holder -> page(door, subject, Form.blank(), links.give(door, subject, holder, t), t),
                () -> page(door, subject, form, null, t));
    }

    @PostMapping("/links/{id}/revoke")
    ModelAndView revoke(@PathVariable String door, @PathVariable UUID subject, @PathVariable DoorLinkId id) {
        links.revoke(door, subject, id);
        return SeeOther.to(url(door, subject)).withNotice("door.revoked");
    }
}
