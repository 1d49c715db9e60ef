package dev.usher.schema;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The class path of the tests without some jars; what is below Usher's own classes comes from where it always comes. */
final class PartialClassPath extends URLClassLoader {

    private static final String OWN = "dev.usher.schema.";

    private PartialClassPath(URL[] urls) {
        super(urls, PartialClassPath.class.getClassLoader());
    }

    static PartialClassPath without(String jar) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Path.of(entry).getFileName().toString().startsWith(jar)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new PartialClassPath(urls.toArray(URL[]::new));
    }

    void migrate(DataSource dataSource) throws Exception {
        Class<?> idType = loadClass(OWN + "IdType");
        Class<?> userSchema = loadClass(OWN + "UserSchema");
        Object users = userSchema
                .getMethod("of", String.class, idType)
                .invoke(null, "users", idType.getField("UUID").get(null));
        try {
            loadClass(OWN + "Schema")
                    .getMethod("migrate", DataSource.class, userSchema)
                    .invoke(null, dataSource, users);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (name.startsWith(OWN) || name.startsWith("org.flywaydb.")) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
            return super.loadClass(name, resolve);
        }
    }
}
