package org.convergence.platform.shell.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.convergence.platform.shell.CurrentShell;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Shell;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.CurrentWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * A template, rendered completely before the first byte is sent, so that a failure in it still becomes an error page.
 *
 * @param name path of the template without its extension
 */
record JteView(TemplateEngine templates, String name, FrameSource frame) implements View {

    /** The variables of every template besides its page. */
    interface FrameSource {

        Words words(HttpServletRequest request);

        Shell shell(HttpServletRequest request, HttpServletResponse response);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> given = new HashMap<>();
        if (model != null) {
            given.putAll(model);
        }
        Object part = given.remove(PageView.FRAGMENT);
        boolean fragment = part != null && RequestKind.wantsFragment(request);
        Words words = given.get("page") instanceof TranslatedPage page ? page.words() : frame.words(request);
        Shell shell = fragment ? null : frame.shell(request, response);
        Utf8ByteOutput output = new Utf8ByteOutput();
        String template = (fragment ? part : name) + ".jte";
        CurrentWords.run(words, () -> CurrentShell.run(shell, () -> templates.render(template, given, output)));
        response.setContentType(getContentType());
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
