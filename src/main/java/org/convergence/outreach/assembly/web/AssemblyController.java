package org.convergence.outreach.assembly.web;

import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where all bodies stand. */
@Controller
class AssemblyController {

    private final BodyReading reading;

    AssemblyController(BodyReading reading) {
        this.reading = reading;
    }

    @GetMapping("/outreach/assembly")
    @Requires(AssemblyPermissions.READ)
    ModelAndView show(Words t) {
        return Page.of(
                "outreach/assembly/home",
                new AssemblyPage(
                        reading.all().stream()
                                .map(body -> new AssemblyPage.BodyRow(
                                        body.name(),
                                        Urls.body(body.id()),
                                        body.endedOn() == null
                                                ? t.say(body.kind().key()) + " · " + body.code()
                                                : t.say("assembly.body.ended", body.endedOn())))
                                .toList(),
                        CurrentActor.get().may(AssemblyPermissions.KEEP)));
    }
}
