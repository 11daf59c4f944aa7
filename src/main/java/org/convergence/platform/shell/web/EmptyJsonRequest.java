package org.convergence.platform.shell.web;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads a request without content as one without fields: nothing is missing if all fields are optional. */
@ControllerAdvice
class EmptyJsonRequest extends RequestBodyAdviceAdapter {

    private static final byte[] NO_FIELDS = "{}".getBytes(StandardCharsets.UTF_8);

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converterType) {
        RequestBody body = parameter.getParameterAnnotation(RequestBody.class);
        return body != null && body.required() && parameter.getParameterType().isRecord();
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converterType) {
        return JsonRequestReader.read(NO_FIELDS, parameter.getParameterType().asSubclass(Record.class));
    }
}
