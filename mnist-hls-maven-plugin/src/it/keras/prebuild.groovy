import io.github.mnisthls.it.TinyDataset
import java.nio.ByteBuffer
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// Each image twice as the two channels that the model takes.
def folder = new File(basedir, 'dataset')
TinyDataset.write(folder.toPath())
['train', 't10k'].each { set ->
    def file = new File(folder, set + '-images-idx3-ubyte')
    def one = file.bytes
    def two = new ByteArrayOutputStream()
    two.write(ByteBuffer.allocate(20).putInt(0x0804).put(one, 4, 12).putInt(2).array())
    (16..<one.length).each { two.write(one[it]); two.write(255 - (one[it] & 0xff)) }
    file.bytes = two.toByteArray()
}

def model = '/io/github/mnisthls/loading/keras/models/residual-keras2/'
def resource = { TinyDataset.getResourceAsStream(model + it).bytes }
new File(basedir, 'residual.h5').bytes = resource('model.h5')
// As numpy.savez writes it; the values lie channel by channel.
new ZipOutputStream(new FileOutputStream(new File(basedir, 'data.npz'))).withCloseable { zip ->
    [x: ['(1, 2, 8, 8)', 'input.bin'], y: ['(1, 4)', 'output.bin']].each { name, of ->
        def header = "{'descr': '<f4', 'fortran_order': False, 'shape': ${of[0]}, }\n".getBytes('US-ASCII')
        zip.putNextEntry(new ZipEntry(name + '.npy'))
        zip.write([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0] as byte[])
        zip.write(header)
        zip.write(resource(of[1]))
    }
}
true
