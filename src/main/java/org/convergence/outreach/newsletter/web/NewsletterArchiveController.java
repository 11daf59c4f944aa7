package org.convergence.outreach.newsletter.web;

import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterArchiveService;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.web.NewsletterPage.ArchivePage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Puts an issue into the public archive, and takes it out. */
@Controller
@RequestMapping("/outreach/newsletter/{id}")
@Requires(NewsletterPermissions.SEND)
record NewsletterArchiveController(
        NewsletterService newsletters, NewsletterArchiveService archive, NewsletterPageAssembler assembler) {

    /** Names the audience for which the issue was written, before everyone can read it. */
    @GetMapping("/archive")
    ModelAndView confirmPublication(@PathVariable NewsletterId id, Words t) {
        Newsletter issue = newsletters.findById(id);
        String url = NewsletterController.url(id);
        return issue.state() == NewsletterState.SENT
                ? PageView.of(
                        "outreach/newsletter/archive",
                        new ArchivePage(Form.blank(), url, assembler.title(id, t), assembler.audience(issue, t)))
                : SeeOther.to(url).withWarning("newsletter.refused.not-sent");
    }

    @PostMapping("/archive")
    ModelAndView publish(@PathVariable NewsletterId id) {
        archive.setArchived(id, true);
        String url = NewsletterController.url(id);
        return SeeOther.to(url).withNotice("newsletter.archived").withUndo(url + "/unarchive");
    }

    @PostMapping("/unarchive")
    ModelAndView withdraw(@PathVariable NewsletterId id) {
        archive.setArchived(id, false);
        return SeeOther.to(NewsletterController.url(id)).withNotice("newsletter.unarchived");
    }
}
