package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.web.ReportFrame.ReportLink;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The operations on a report as a whole.
 *
 * @param read address of the whole text; {@code null} if the overview shows all
 * @param files the available files
 * @param main the concluding operation, {@code null} without permission
 * @param ready whether nothing prevents it
 */
public record ReportActions(
        @Nullable String read,
        List<ReportLink> files,
        List<ReportLink> others,
        @Nullable ReportLink main,
        boolean ready) {

    static ReportActions of(ShownReport shown, Words t) {
        List<ReportLink> files = new ArrayList<>();
        for (String extension : List.of("docx", "pdf", "xlsx")) {
            if (shown.filed() == null || !extension.equals("xlsx")) {
                files.add(new ReportLink(t.say("report.download." + extension), shown.url("/download." + extension)));
            }
        }
        if (shown.filed() != null) {
            files.add(new ReportLink(t.say("report.download.json"), shown.url("/download.json")));
        }
        List<ReportLink> others = new ArrayList<>();
        boolean board = shown.listed().audience() == Audience.BOARD;
        if (shown.mayWrite()) {
            if (board) {
                others.add(new ReportLink(t.say("report.gesture.write"), shown.url("/write")));
            }
            others.add(new ReportLink(t.say("report.gesture.edit"), shown.url("/edit")));
            others.add(new ReportLink(t.say("report.gesture.discard"), shown.url("/discard")));
        }
        ReportLink main = null;
        if (shown.mayFile() && board && shown.listed().replacedBy() == null) {
            main = new ReportLink(t.say("report.gesture.hand-in"), shown.url("/hand-in"));
        }
        if (shown.mayFile() && shown.filed() == null && board) {
            others.add(new ReportLink(t.say("report.gesture.file"), shown.url("/file")));
        } else if (shown.mayFile() && shown.filed() == null) {
            main = new ReportLink(t.say("report.gesture.file"), shown.url("/file"));
        } else if (shown.mayFile() && shown.listed().replacedBy() == null) {
            others.add(new ReportLink(t.say("report.gesture.replace"), shown.url("/replace")));
        }
        ReportDraft draft = shown.draft();
        return new ReportActions(
                board ? null : shown.url("/paper"),
                files,
                others,
                main,
                draft != null && draft.blockingLacks().isEmpty());
    }
}
