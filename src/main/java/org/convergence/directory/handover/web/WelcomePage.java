package org.convergence.directory.handover.web;

import java.util.List;
import org.convergence.directory.handover.HandoverBackgroundSource;
import org.convergence.platform.text.SafeHtml;

/** The first page of a successor: notes left to them, their holdings, and the background. */
public record WelcomePage(
        List<WelcomeNote> notes,
        List<HandoverItemGroup> mine,
        List<HandoverBackgroundSource.BackgroundChapter> chapters) {

    /** A note. */
    public record WelcomeNote(String from, SafeHtml text, String url) {}
}
