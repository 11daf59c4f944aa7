package org.convergence.platform.rendering;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Sends papers as files, on the letter paper of the organisation. */
@Component
public final class PaperDownload {

    private final OrganisationSettings settings;
    private final BaseUrl baseUrl;

    PaperDownload(OrganisationSettings settings, BaseUrl baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /** @param name of the file, without its extension */
    public void send(Paper paper, String name, PaperFormat format, Words t, HttpServletResponse response)
            throws IOException {
        FileDownload.setHeaders(response, name + "." + format.extension(), format.mediaType());
        format.write(
                paper,
                t,
                RenderingOptions.letterPaper(baseUrl.value(), settings.letterhead()),
                response.getOutputStream());
    }
}
