package org.convergence.outreach.assembly.web;

import jakarta.servlet.http.HttpServletResponse;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.text.Slug;

/** HTTP headers of downloads: not cached on the way, nor run by a browser. */
final class DownloadHeaders {

    private static final String SANDBOX = "default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'";

    private DownloadHeaders() {}

    static void startPdf(Agenda agenda, HttpServletResponse response) {
        String name = Slug.of(agenda.body().code() + " " + agenda.meeting().day()) + ".pdf";
        startFile(name, "application/pdf", response);
    }

    static void startFile(String name, String type, HttpServletResponse response) {
        FileDownload.setHeaders(response, name, type);
        response.setHeader("Content-Security-Policy", SANDBOX);
    }

    /** For pages opened by a link: not indexed by search engines, no referrer. */
    static void addLinkHeaders(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
