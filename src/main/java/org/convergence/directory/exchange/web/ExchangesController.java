package org.convergence.directory.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeExport;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeList;
import org.convergence.directory.exchange.domain.ExchangeList.Line;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Attachment;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of exchanges, and the same as a file. */
@Controller
@RequestMapping("/directory/exchange")
@Requires(ExchangePermissions.READ)
class ExchangesController {

    private static final int SHOWN = 50;

    private final ExchangeList list;
    private final ExchangeExport export;
    private final ExchangesAsked asked;
    private final ExchangesPages pages;
    private final OrganisationSettings settings;

    ExchangesController(
            ExchangeList list,
            ExchangeExport export,
            ExchangesAsked asked,
            ExchangesPages pages,
            OrganisationSettings settings) {
        this.list = list;
        this.export = export;
        this.asked = asked;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        try {
            ExchangeFilter filter = form.read(answers -> asked.read(form, answers));
            String after = form.filled("after") ? form.value("after") : null;
            Slice<Line> slice = Slice.of(list.some(filter, after, SHOWN + 1), SHOWN, Line::position);
            return page(form, slice, list.count(filter), t);
        } catch (FieldsRefused wrong) {
            return Page.again(page(form, new Slice<>(List.of(), null), new ExchangeList.Count(0, false), t));
        }
    }

    private ModelAndView page(Form form, Slice<Line> slice, ExchangeList.Count count, Words t) {
        return Page.either("directory/exchange/list", "directory/exchange/list-rows", pages.of(form, slice, count, t));
    }

    /** Exactly what is filtered, row by row, whatever their number. */
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.of(format).orElseThrow(() -> new NotFound("format"));
        ExchangeFilter filter = form.read(answers -> asked.read(form, answers));
        String name = t.say("exchange.list");
        Attachment.begin(
                response,
                name.toLowerCase(t.language().locale()) + "-" + settings.today() + "." + as.extension(),
                as.mediaType());
        TableWriter.write(as, name, export.head(t), export.take(filter, as.name(), t), t, response.getOutputStream());
    }
}
