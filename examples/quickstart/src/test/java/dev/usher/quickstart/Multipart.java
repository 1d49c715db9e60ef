package dev.usher.quickstart;

/** Forms as {@code multipart/form-data} (RFC 7578). */
final class Multipart {

    private Multipart() {}

    static String form(String boundary, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, namesAndValues[i], namesAndValues[i + 1]));
        }
        return form.append("--").append(boundary).append("--\r\n").toString();
    }
}
